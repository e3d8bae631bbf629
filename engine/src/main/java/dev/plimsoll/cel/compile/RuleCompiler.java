package dev.plimsoll.cel.compile;

import dev.plimsoll.cel.program.CelProgram;
import dev.plimsoll.cel.program.CelRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles all expressions of a rule, and finds all mistakes at once. */
public final class RuleCompiler {

  private final CelScope scope;
  private final List<CelProblem> problems = new ArrayList<>();

  private RuleCompiler(CelScope scope) {
    this.scope = scope;
  }

  /** What compiling a rule gives. */
  public sealed interface Result {

    /** A rule. */
    record Compiled(CelRule rule) implements Result {}

    /** Expressions are wrong. */
    record Refused(List<CelProblem> problems) implements Result {

      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Compiles a rule as the API server does: match conditions know no {@code variables}, and
   * messages no {@code authorizer}.
   */
  public static Result compile(CelScope scope, RuleSource source) {
    return new RuleCompiler(scope).compile(source);
  }

  private Result compile(RuleSource source) {
    CelCompiler compiler = new CelCompiler(scope);
    List<CelRule.Named> conditions = new ArrayList<>();
    for (RuleSource.Named each : source.matchConditions()) {
      CelProgram program = program(compiler.compileCondition(each.expression()));
      if (program != null) {
        conditions.add(new CelRule.Named(each.name(), program));
      }
    }
    List<CelRule.Named> variables = new ArrayList<>();
    for (RuleSource.Named each : source.variables()) {
      CelProgram program = program(compiler.compileVariable(each.name(), each.expression()));
      if (program != null) {
        variables.add(new CelRule.Named(each.name(), program));
      }
    }
    List<CelRule.Validation> validations = new ArrayList<>();
    for (RuleSource.Validation each : source.validations()) {
      validation(compiler, each, validations);
    }
    return problems.isEmpty()
        ? new Result.Compiled(new CelRule(conditions, variables, validations))
        : new Result.Refused(problems);
  }

  private void validation(
      CelCompiler compiler, RuleSource.Validation source, List<CelRule.Validation> validations) {
    CelProgram expression = program(compiler.compileCondition(source.expression()));
    Optional<CelProgram> message = Optional.empty();
    if (source.messageExpression().isPresent()) {
      CelText text = source.messageExpression().get();
      message = Optional.ofNullable(program(compiler.compileMessage(text)));
    }
    if (expression != null) {
      validations.add(
          new CelRule.Validation(expression, source.message(), message, source.reason()));
    }
  }

  private @Nullable CelProgram program(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled(CelProgram program, String _) -> program;
      case Compilation.Refused(List<CelProblem> found) -> {
        problems.addAll(found);
        yield null;
      }
    };
  }
}
