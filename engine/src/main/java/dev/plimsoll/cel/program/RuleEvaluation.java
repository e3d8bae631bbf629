package dev.plimsoll.cel.program;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CostExceeded;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.cel.value.Meter;
import dev.plimsoll.cel.value.ReadLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One evaluation of a rule. */
final class RuleEvaluation {

  /** What Kubernetes allows all validations of a policy together. */
  private static final long BUDGET = 10_000_000;

  /** What Kubernetes allows all match conditions of a policy together. */
  private static final long MATCH_BUDGET = 2_500_000;

  private static final int LONGEST_MESSAGE = 5 * 1024;

  private static final String OUT_OF_BUDGET =
      "validation failed due to running out of cost budget, no further validation rules will be run";

  private final CelRule rule;
  private final Function<String, @Nullable Object> forConditions;
  private final LazyVariables variables;
  private final Function<String, @Nullable Object> values;
  private long remaining;

  RuleEvaluation(
      CelRule rule,
      Function<String, @Nullable Object> values,
      Function<String, @Nullable Object> forConditions) {
    this.rule = rule;
    this.forConditions = forConditions;
    this.values = values;
    this.variables = new LazyVariables(rule.variables(), this::value);
  }

  RuleOutcome outcome() {
    try {
      RuleOutcome unmatched = unmatched();
      if (unmatched != null) {
        return unmatched;
      }
      remaining = BUDGET;
      return judge();
    } catch (CostExceeded e) {
      return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Object value(String name) {
    return name.equals("variables") ? variables : values.apply(name);
  }

  /** Why the rule does not apply; null if it does. */
  private @Nullable RuleOutcome unmatched() {
    remaining = MATCH_BUDGET;
    List<String> errors = new ArrayList<>();
    String unknown = null;
    for (CelRule.Named condition : rule.matchConditions()) {
      switch (run(condition.program(), forConditions)) {
        case CelResult.Value(Object value, List<FieldRead> _, long _) -> {
          if (value.equals(false)) {
            return new RuleOutcome.NotApplicable(condition.name());
          }
        }
        case CelResult.Failed(String message, List<FieldRead> _) -> errors.add(message);
        case CelResult.Undecided(String why) -> unknown = unknown == null ? why : unknown;
      }
    }
    if (unknown != null) {
      return new RuleOutcome.Undecided(unknown);
    }
    if (errors.isEmpty()) {
      return null;
    }
    return new RuleOutcome.Failed(
        errors.size() == 1 ? errors.getFirst() : "[" + String.join(", ", errors) + "]");
  }

  private RuleOutcome judge() {
    List<RuleOutcome.Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rule.validations().size(); i++) {
      CelRule.Validation validation = rule.validations().get(i);
      verdicts.add(
          switch (run(validation.expression(), this::value)) {
            case CelResult.Value(Object value, List<FieldRead> reads, long _) ->
                value.equals(true)
                    ? new RuleOutcome.Verdict.Passed()
                    : new RuleOutcome.Verdict.Violated(
                        i, message(validation), validation.reason().orElse("Invalid"), reads);
            case CelResult.Failed(String message, List<FieldRead> reads) ->
                new RuleOutcome.Verdict.Failed(i, message, reads);
            case CelResult.Undecided(String why) -> new RuleOutcome.Verdict.Undecided(i, why);
          });
    }
    return new RuleOutcome.Judged(verdicts);
  }

  private String message(CelRule.Validation validation) {
    if (validation.messageExpression().isPresent()
        && run(validation.messageExpression().get(), this::value) instanceof CelResult.Value result
        && result.value() instanceof String text) {
      String message = text.strip();
      if (!message.isEmpty() && message.length() <= LONGEST_MESSAGE && !message.contains("\n")) {
        return message;
      }
    }
    return validation
        .message()
        .map(String::strip)
        .filter(message -> !message.isEmpty())
        .orElseGet(() -> "failed expression: " + validation.expression().source().strip());
  }

  private CelResult run(CelProgram program, Function<String, @Nullable Object> given) {
    ReadLog reads = new ReadLog();
    Meter meter = new Meter(Meter.PER_EXPRESSION);
    variables.readInto(reads);
    CelResult result;
    try {
      Object value = program.evaluate(given, meter, reads);
      // Nobody asks which fields made something right, and most things are.
      List<FieldRead> decisive = value.equals(true) ? List.of() : reads.reads();
      result = new CelResult.Value(value, decisive, meter.cost());
    } catch (CelFailure failure) {
      result =
          failure.isUndecided()
              ? new CelResult.Undecided(failure.text())
              : new CelResult.Failed(failed(program, failure.text()), reads.reads());
    } catch (CostExceeded e) {
      result = new CelResult.Failed(failed(program, String.valueOf(e.getMessage())), reads.reads());
    }
    remaining -= meter.cost() + variables.takeCost();
    if (remaining < 0) {
      throw new CostExceeded(OUT_OF_BUDGET);
    }
    return result;
  }

  private static String failed(CelProgram program, String message) {
    return "expression '" + program.source() + "' resulted in error: " + message;
  }
}
