package dev.plimsoll.cel.program;

import dev.plimsoll.cel.tree.TreeReader;
import dev.plimsoll.cel.tree.TreeWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule with the parts of a {@code ValidatingAdmissionPolicy}.
 *
 * @param matchConditions all must be true for the rule to apply
 * @param variables what expressions know as {@code variables.NAME}; evaluated at most once, and
 *     only if used; each may use those before it
 * @param validations what must be true
 */
public record CelRule(
    List<Named> matchConditions, List<Named> variables, List<Validation> validations) {

  public CelRule {
    matchConditions = List.copyOf(matchConditions);
    variables = List.copyOf(variables);
    validations = List.copyOf(validations);
  }

  /** An expression with a name. */
  public record Named(String name, CelProgram program) {}

  /**
   * What must be true.
   *
   * @param message what is said if it is not, unless {@code messageExpression} says it better
   * @param reason the machine-readable reason, such as {@code Forbidden}
   */
  public record Validation(
      CelProgram expression,
      Optional<String> message,
      Optional<CelProgram> messageExpression,
      Optional<String> reason) {}

  /**
   * Judges what the variables hold, as the API server does: every validation by itself, within
   * Kubernetes' limits of cost.
   *
   * @param values the value of each variable but {@code variables}; see {@link CelProgram#evaluate}
   */
  public RuleOutcome evaluate(Function<String, @Nullable Object> values) {
    return evaluate(values, values);
  }

  /**
   * The same with other values for match conditions: Kubernetes shows them less.
   *
   * @param forConditions the value of each variable in match conditions
   */
  public RuleOutcome evaluate(
      Function<String, @Nullable Object> values, Function<String, @Nullable Object> forConditions) {
    return new RuleEvaluation(this, values, forConditions).outcome();
  }

  /** Writes the rule in the form that {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    writeNamed(matchConditions, out);
    writeNamed(variables, out);
    out.writeShort(validations.size());
    for (Validation validation : validations) {
      validation.expression.write(out);
      TreeWriter.text(validation.message.orElse(""), out);
      out.writeBoolean(validation.messageExpression.isPresent());
      if (validation.messageExpression.isPresent()) {
        validation.messageExpression.get().write(out);
      }
      TreeWriter.text(validation.reason.orElse(""), out);
    }
  }

  /** Reads what {@link #write} wrote with the same version of Plimsoll. */
  public static CelRule read(DataInput in) throws IOException {
    List<Named> matchConditions = readNamed(in);
    List<Named> variables = readNamed(in);
    List<Validation> validations = new ArrayList<>();
    int count = in.readShort();
    for (int i = 0; i < count; i++) {
      CelProgram expression = CelProgram.read(in);
      Optional<String> message = present(TreeReader.text(in));
      Optional<CelProgram> messageExpression =
          in.readBoolean() ? Optional.of(CelProgram.read(in)) : Optional.empty();
      Optional<String> reason = present(TreeReader.text(in));
      validations.add(new Validation(expression, message, messageExpression, reason));
    }
    return new CelRule(matchConditions, variables, validations);
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  private static void writeNamed(List<Named> programs, DataOutput out) throws IOException {
    out.writeShort(programs.size());
    for (Named named : programs) {
      TreeWriter.text(named.name, out);
      named.program.write(out);
    }
  }

  private static List<Named> readNamed(DataInput in) throws IOException {
    int count = in.readShort();
    List<Named> programs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      programs.add(new Named(TreeReader.text(in), CelProgram.read(in)));
    }
    return programs;
  }
}
