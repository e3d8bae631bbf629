package dev.plimsoll.render;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.MissingKey;
import dev.plimsoll.template.value.Source.ValuesNode;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what stopped a template in words for people who do not know Go: what is wrong, and what to
 * do. Go's own words stay in the sentence where they are short, because people search for them.
 */
final class FailureWords {

  private static final int MAX_REASON = 300;

  private static final Pattern NIL_POINTER = Pattern.compile("nil pointer evaluating .*\\.(\\w+)");
  private static final Pattern NO_FIELD =
      Pattern.compile("can't evaluate field (\\w+) in type (.*)");
  private static final Pattern WRONG_TYPE =
      Pattern.compile("wrong type for value; expected (.*?); got (.*)");
  private static final Pattern NO_VALUE = Pattern.compile("invalid value; expected (.*)");
  private static final Pattern NO_RANGE = Pattern.compile("(?s)range can't iterate over .*");
  private static final Pattern NO_TEMPLATE =
      Pattern.compile(
          "template: no template \"(.*)\" associated with template \".*\"|template \"(.*)\" not defined");
  private static final Pattern ENDLESS =
      Pattern.compile("rendering template has a nested reference name: (.*): unable to .*");
  private static final Pattern NO_FUNCTION = Pattern.compile("function \"(.*)\" not defined");

  private FailureWords() {}

  /**
   * A template that stopped while it ran.
   *
   * @param templates the names of all templates
   */
  static String execution(EvaluationFailure failure, Collection<String> templates) {
    String reason = failure.reason().strip();
    return switch (failure.kind()) {
      case EXECUTION ->
          known(failure, reason, templates)
              .orElseGet(() -> "Helm stops while it runs this template: " + cut(reason) + ".");
      case FAIL -> "The chart refuses these values: " + reason;
      case REQUIRED -> "The chart requires a value that is not set: " + reason;
      case BOUND ->
          "This template was stopped: "
              + reason
              + (reason.contains("nested deeper")
                  ? "; it calls itself without end, at which Helm itself crashes."
                  : ".");
    };
  }

  /**
   * A template that Go cannot parse.
   *
   * @param message Go's
   * @param functions the names of all functions
   */
  static String syntax(String message, Collection<String> functions) {
    Matcher function = NO_FUNCTION.matcher(message);
    if (function.matches()) {
      String name = function.group(1);
      return "Helm has no function `%s`%s"
          .formatted(
              name, NearestName.of(name, functions).map(FailureWords::didYouMean).orElse("."));
    }
    String advice =
        switch (message) {
          case "unexpected EOF" -> "this block has no `{{ end }}`";
          case "unexpected {{end}}" -> "there is no block left that this could end";
          case "unexpected \"}\" in operand", "unexpected \"}\" in command" ->
              "an action ends with `}}`";
          default -> "";
        };
    return "Helm cannot parse this template: "
        + (advice.isEmpty() ? message : advice + " (" + message + ")")
        + ".";
  }

  private static Optional<String> known(
      EvaluationFailure failure, String reason, Collection<String> templates) {
    return nothing(failure, reason)
        .or(() -> wrongType(reason))
        .or(() -> noTemplate(reason, templates))
        .or(() -> endless(reason));
  }

  private static Optional<String> nothing(EvaluationFailure failure, String reason) {
    Matcher nil = NIL_POINTER.matcher(reason);
    if (!nil.matches()) {
      return Optional.empty();
    }
    String advice = "; set it, or let the template test it with `with` first";
    for (Source source : failure.trace().data()) {
      if (source instanceof MissingKey missing) {
        String above = missing.parent().path();
        return Optional.of(
            "`%s` is %s, so the template cannot read `%s` of it (%s)%s."
                .formatted(
                    above.isEmpty() ? missing.key() : above + "." + missing.key(),
                    missing.deletedBy() == null ? "not set" : "null",
                    nil.group(1),
                    reason,
                    advice));
      }
      if (source instanceof ValuesNode node) {
        return Optional.of(
            "`%s` is null, so the template cannot read `%s` of it (%s)%s."
                .formatted(node.path(), nil.group(1), reason, advice));
      }
    }
    return Optional.of(
        "The template reads `%s` of something that is not there (%s)%s."
            .formatted(nil.group(1), reason, advice));
  }

  private static Optional<String> wrongType(String reason) {
    Matcher field = NO_FIELD.matcher(reason);
    if (field.matches()) {
      return Optional.of(
          "The template reads `%s` of something that is no map and has no fields (%s)."
              .formatted(field.group(1), reason));
    }
    Matcher type = WRONG_TYPE.matcher(reason);
    if (type.matches()) {
      return Optional.of(
          "The template needs %s here and gets %s (%s)."
              .formatted(name(type.group(1)), name(type.group(2)), reason));
    }
    Matcher value = NO_VALUE.matcher(reason);
    if (value.matches()) {
      return Optional.of(
          "The template needs %s here and gets nothing (%s)."
              .formatted(name(value.group(1)), reason));
    }
    return NO_RANGE.matcher(reason).matches()
        ? Optional.of(
            "`range` goes through a list or a map, and this is neither (range can't iterate over it).")
        : Optional.empty();
  }

  private static Optional<String> noTemplate(String reason, Collection<String> templates) {
    Matcher matcher = NO_TEMPLATE.matcher(reason);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(
        "There is no template `%s` (%s)%s"
            .formatted(
                name,
                reason.startsWith("template: ") ? reason.substring("template: ".length()) : reason,
                NearestName.of(name, templates)
                    .map(FailureWords::didYouMean)
                    .orElse("; no file of the chart or of its dependencies defines it.")));
  }

  private static Optional<String> endless(String reason) {
    Matcher matcher = ENDLESS.matcher(reason);
    return matcher.matches()
        ? Optional.of(
            "The template `%s` includes itself without end, so Helm stops after 1000 times (%s)."
                .formatted(matcher.group(1), reason))
        : Optional.empty();
  }

  private static String didYouMean(String name) {
    return "; did you mean `" + name + "`?";
  }

  /** A Go type for people. */
  private static String name(String type) {
    return switch (type) {
      case "map[string]interface {}", "map[string]any" -> "a map";
      case "[]interface {}", "[]any" -> "a list";
      case "string" -> "a text";
      case "int", "int64", "float64" -> "a number";
      case "bool" -> "true or false";
      case "interface {}" -> "nothing";
      default -> "`" + type + "`";
    };
  }

  private static String cut(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
  }
}
