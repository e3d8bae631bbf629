package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison written as other languages have it, which Go templates do not. */
final class InfixOperator {

  private static final String OPERAND = "(\"[^\"]*\"|[^\\s{}]+)";
  private static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{(-?\\s*(?:(?:if|with|else if)\\s+)?)"
              + OPERAND
              + "\\s*(==|!=|<=|>=|<|>|&&|\\|\\|)\\s*"
              + OPERAND
              + "(\\s*-?)}}");
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "==", "eq", "!=", "ne", "<", "lt", "<=", "le", ">", "gt", ">=", "ge", "&&", "and", "||",
          "or");

  private InfixOperator() {}

  /** What is said of the comparison around a place that does not parse. */
  static Optional<Diagnostic> around(StateText text, int offset) {
    Matcher action = ACTION.matcher(text.source().text());
    while (action.find()) {
      if (action.start() <= offset && offset <= action.end()) {
        String call =
            FUNCTIONS.get(action.group(3)) + " " + action.group(2) + " " + action.group(4);
        Location place = text.locate(new Span(action.start(), action.end()));
        String better = "{{" + action.group(1) + call + action.group(5) + "}}";
        return Optional.of(
            Diagnostic.of(
                    HelmfileRules.TEMPLATE_ERROR,
                    place,
                    "Go templates have no operator `"
                        + action.group(3)
                        + "`, so this does not parse; write `"
                        + call
                        + "`.")
                .withFix(
                    new Fix(
                        "Write `" + call + "`",
                        Fix.Applicability.SAFE,
                        List.of(new TextEdit(place, better)))));
      }
    }
    return Optional.empty();
  }
}
