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

  /** The checker's names for types that must be the same wherever they stand: {@code %A1}. */
  private static final Pattern TYPE_VARIABLE = Pattern.compile("%(\\w+)");

  private static final Pattern TWO_ALIKE = Pattern.compile("\\((%\\w+), ?\\1\\)");

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
    return "`%s` cannot be applied to `%s`%s.".formatted(plain(function), given, takes(wanted));
  }

  private static String takes(String wanted) {
    if (TWO_ALIKE.matcher(wanted).matches()) {
      return "; it takes two of the same type";
    }
    String named = TYPE_VARIABLE.matcher(wanted).replaceAll("any");
    String types = named.replace("),(", ") or (").replace("),", ") or ");
    return types.length() > READABLE ? "" : "; it takes `" + types + "`";
  }

  /** {@code _>_} as people write it. */
  private static String plain(String function) {
    String inner = function.replace("_", "");
    boolean isOperator = !inner.isEmpty() && inner.chars().noneMatch(Character::isLetterOrDigit);
    return isOperator ? inner : function.replace("@", "");
  }
}
