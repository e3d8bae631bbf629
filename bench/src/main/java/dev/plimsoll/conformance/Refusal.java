package dev.plimsoll.conformance;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what both say when both refuse.
 *
 * @param agreement how much alike it is
 * @param helm what Helm says
 * @param plimsoll what Plimsoll says that Helm says, or else its own words
 */
record Refusal(Agreement agreement, String helm, String plimsoll) {

  private static final String ADVICE = "\n\nUse --debug flag to render out invalid YAML";
  private static final Pattern QUOTED =
      Pattern.compile("(?s)^plimsoll: Helm \\S+ says:\nError: (.*)", Pattern.MULTILINE);

  /** Where a template is named, without the chart and all columns. */
  private static final Pattern TEMPLATE = Pattern.compile("templates/[^\\s:()]+");

  private static final List<String> CRASHES =
      List.of("fatal error: ", "panic: ", "runtime: goroutine stack exceeds");

  /** How much alike two refusals are. */
  enum Agreement {
    SAME_TEXT,
    OTHER_WORDS,
    OTHER_CAUSE,
    HELM_CRASHES
  }

  static Refusal of(Output helm, Output plimsoll) {
    String expected = helmText(helm.error());
    Matcher quoted = QUOTED.matcher(plimsoll.error());
    boolean isQuoted = quoted.find();
    String found = (isQuoted ? quoted.group(1) : plimsoll.error()).strip();
    if (CRASHES.stream().anyMatch(helm.error()::contains)) {
      return new Refusal(Agreement.HELM_CRASHES, helm.firstError(), found);
    }
    if (isQuoted && expected.equals(found)) {
      return new Refusal(Agreement.SAME_TEXT, expected, found);
    }
    boolean isSameCause = cause(expected).equals(cause(found));
    return new Refusal(
        isSameCause ? Agreement.OTHER_WORDS : Agreement.OTHER_CAUSE, expected, found);
  }

  /** What stands behind {@code Error:}, behind warnings and without advice. */
  private static String helmText(String error) {
    int start = error.startsWith("Error: ") ? 0 : error.indexOf("\nError: ") + 1;
    String text = error.substring(start).strip();
    text = text.startsWith("Error: ") ? text.substring("Error: ".length()) : text;
    return text.endsWith(ADVICE) ? text.substring(0, text.length() - ADVICE.length()) : text;
  }

  /** What is refused, and where: in Helm's words or in ours. */
  private static String cause(String text) {
    Matcher template = TEMPLATE.matcher(text);
    String where = template.find() ? " in " + template.group() : "";
    if (text.contains("YAML parse error on") || text.contains("[invalid-rendered-manifest]")) {
      return "YAML" + where;
    }
    if (text.contains("missing in charts/") || text.contains("[missing-dependency]")) {
      return "dependencies";
    }
    if (text.contains("the specifications of the schema(s)")) {
      return "schema";
    }
    return where.isEmpty() ? text : "template" + where;
  }
}
