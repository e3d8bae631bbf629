package dev.plimsoll.cel.compile;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the parser and the checker say into sentences. */
final class Messages {

  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.*?)' \\(candidates: (.*)\\)");
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '(.+?)' \\(in container '.*?'\\)");

  /** As much of what would fit as a reader takes in. */
  private static final int READABLE = 80;

  private Messages() {}

  static String of(CelIssue issue) {
    String text = issue.getMessage().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return "This is not a CEL expression.";
    }
    Matcher overload = NO_OVERLOAD.matcher(text);
    if (overload.matches()) {
      return noOverload(overload.group(1), overload.group(2), overload.group(3));
    }
    Matcher undeclared = UNDECLARED.matcher(text);
    if (undeclared.matches()) {
      return "There is no `" + undeclared.group(1) + "` that an expression could use here.";
    }
    String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String noOverload(String function, String given, String wanted) {
    String takes = wanted.replace("),(", ") or (").replace("),", ") or ");
    return "`"
        + plain(function)
        + "` cannot be applied to `"
        + given
        + "`"
        + (takes.length() > READABLE ? "." : "; it takes `" + takes + "`.");
  }

  /** {@code _>_} as people write it. */
  private static String plain(String function) {
    String inner = function.replace("_", "");
    boolean isOperator = !inner.isEmpty() && inner.chars().noneMatch(Character::isLetterOrDigit);
    return isOperator ? inner : function.replace("@", "");
  }
}
