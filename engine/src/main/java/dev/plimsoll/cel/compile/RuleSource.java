package dev.plimsoll.cel.compile;

import java.util.List;
import java.util.Optional;

/** The expressions of a rule before they are compiled; see {@code CelRule}. */
public record RuleSource(
    List<Named> matchConditions, List<Named> variables, List<Validation> validations) {

  public RuleSource {
    matchConditions = List.copyOf(matchConditions);
    variables = List.copyOf(variables);
    validations = List.copyOf(validations);
  }

  /** An expression with a name. */
  public record Named(String name, CelText expression) {}

  /** What must be true, and what is said if it is not. */
  public record Validation(
      CelText expression,
      Optional<String> message,
      Optional<CelText> messageExpression,
      Optional<String> reason) {}
}
