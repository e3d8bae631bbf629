package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.compile.CelCompiler;
import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.CelScope;
import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.Compilation;
import dev.plimsoll.cel.compile.VariableType;
import dev.plimsoll.cel.program.CelProgram;
import dev.plimsoll.cel.program.CelRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The expressions of a rule file before they are compiled.
 *
 * @param conditions by name
 * @param variables by name; each may use those before it
 */
public record RuleExpressions(
    Map<String, CelText> conditions, Map<String, CelText> variables, List<Validation> validations) {

  public RuleExpressions {
    conditions = new LinkedHashMap<>(conditions);
    variables = new LinkedHashMap<>(variables);
    validations = List.copyOf(validations);
  }

  /**
   * What must be true.
   *
   * @param message what is said if it is not, unless {@code messageExpression} says it better
   */
  public record Validation(
      CelText expression, Optional<String> message, Optional<CelText> messageExpression) {}

  /**
   * Checks and compiles the expressions of a rule on parts of objects.
   *
   * @param problems is told every mistake
   * @return empty if there is one
   */
  public Optional<CelRule> compile(Each each, Consumer<CelProblem> problems) {
    return new Run(each, problems).rule(this);
  }

  private static final class Run {

    private final CelCompiler compiler;
    private final Consumer<CelProblem> problems;
    private boolean isWrong;

    Run(Each each, Consumer<CelProblem> problems) {
      this.compiler = new CelCompiler(scope(each));
      this.problems = problems;
    }

    private static CelScope scope(Each each) {
      Map<String, VariableType> known = new LinkedHashMap<>();
      known.put("object", VariableType.DYN);
      known.put("params", VariableType.DYN);
      known.put("subject", VariableType.STRING);
      known.put(each.variable(), VariableType.DYN);
      if (each.isInPod()) {
        known.put("pod", VariableType.DYN);
      }
      return new CelScope(known, CelScope.Dialect.PLIMSOLL);
    }

    Optional<CelRule> rule(RuleExpressions texts) {
      List<CelRule.Named> variables = new ArrayList<>();
      texts.variables.forEach((name, text) ->
          program(compiler.compileVariable(name, text))
              .ifPresent(program -> variables.add(new CelRule.Named(name, program))));
      List<CelRule.Named> conditions = new ArrayList<>();
      texts.conditions.forEach((name, text) ->
          program(compiler.compileCondition(text))
              .ifPresent(program -> conditions.add(new CelRule.Named(name, program))));
      List<CelRule.Validation> validations = new ArrayList<>();
      for (Validation validation : texts.validations) {
        Optional<CelProgram> expression = program(compiler.compileCondition(validation.expression));
        Optional<CelProgram> message =
            validation.messageExpression.flatMap(text -> program(compiler.compileMessage(text)));
        expression.ifPresent(program ->
            validations.add(
                new CelRule.Validation(program, validation.message, message, Optional.empty())));
      }
      return isWrong
          ? Optional.empty()
          : Optional.of(new CelRule(conditions, variables, validations));
    }

    private Optional<CelProgram> program(Compilation compilation) {
      return switch (compilation) {
        case Compilation.Compiled(CelProgram program, String _) -> Optional.of(program);
        case Compilation.Refused(List<CelProblem> found) -> {
          isWrong = true;
          found.forEach(problems);
          yield Optional.empty();
        }
      };
    }
  }
}
