package dev.plimsoll.template.eval;

import dev.plimsoll.values.HelmVersion;
import org.jspecify.annotations.Nullable;

/**
 * What Helm makes of Go's error messages: {@code cleanupExecError} of Helm 3 and {@code
 * reformatExecErrorMsg} of Helm 4 ({@code engine.go}).
 */
final class HelmMessages {

  private static final String WARNING_START = "HELM_ERR_START";
  private static final String WARNING_END = "HELM_ERR_END";
  private static final String TEMPLATE = "template: ";
  private static final String EXECUTING = ": executing ";

  private HelmMessages() {}

  /** A message of {@code fail} or {@code required}, marked as Helm marks it. */
  static String wrapped(String message) {
    return message.startsWith(WARNING_START) ? message : WARNING_START + message + WARNING_END;
  }

  /** The message between the marks; without marks the whole. */
  static String unwrapped(String message) {
    int start = message.indexOf(WARNING_START);
    int end = message.lastIndexOf(WARNING_END);
    return start >= 0 && end >= start + WARNING_START.length()
        ? message.substring(start + WARNING_START.length(), end)
        : message;
  }

  /** What Helm prints. */
  static String of(Failure failure, HelmVersion helm) {
    String text = failure.text();
    String[] tokens = text.split(": ", 3);
    if (tokens.length == 3 && !unwrapped(tokens[2]).equals(tokens[2])) {
      return "execution error at (" + tokens[1] + "): " + unwrapped(tokens[2]);
    }
    String lines = helm.major() >= 4 ? lines(failure) : null;
    return lines == null ? text : lines;
  }

  /** One group of lines per template; null if a message has another form. */
  private static @Nullable String lines(Failure failure) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String message : failure.chain()) {
      String group = message.startsWith(TEMPLATE) ? group(message) : null;
      if (group == null) {
        return null;
      }
      if (!group.equals(last)) {
        text.append(group);
      }
      last = group;
    }
    return text.toString().strip();
  }

  private static @Nullable String group(String message) {
    String rest = message.substring(TEMPLATE.length());
    if (rest.startsWith("no template ")) {
      return message + "\n";
    }
    int executing = rest.indexOf(EXECUTING);
    String group =
        executing < 0
            ? null
            : executing(
                rest.substring(0, executing), rest.substring(executing + EXECUTING.length()));
    return group == null ? simple(rest) : group;
  }

  private static @Nullable String executing(String location, String rest) {
    int quote = rest.startsWith("\"") ? rest.indexOf('"', 1) : -1;
    String at = " at <";
    if (quote < 0 || !rest.startsWith(at, quote + 1)) {
      return null;
    }
    int end = rest.indexOf(">: ", quote + 1 + at.length());
    if (end < 0) {
      return null;
    }
    String where = "executing " + rest.substring(0, end) + ">:";
    return location + "\n  " + where + "\n    " + shown(rest.substring(end + 3)) + "\n";
  }

  private static @Nullable String simple(String rest) {
    int end = rest.lastIndexOf(": ");
    return end < 0 ? null : rest.substring(0, end) + "\n  " + shown(rest.substring(end + 2)) + "\n";
  }

  /** Without the message of the next template. */
  private static String shown(String message) {
    int next = message.indexOf(" template:");
    return next < 0 ? message : message.substring(0, next);
  }
}
