package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.RuleCompiler;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.program.CelRule;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Wanted;
import java.util.List;
import java.util.Optional;

/**
 * A rule on objects before it is compiled.
 *
 * @param places for each validation the fields to point to; see {@link ObjectRule}
 * @param wanted for each validation what the field should be; see {@link ObjectRule}
 */
public record ObjectRuleSource(
    RuleId id,
    Each each,
    boolean longRunning,
    List<String> kinds,
    RuleSource rule,
    List<List<String>> places,
    List<Optional<Wanted>> wanted) {

  public ObjectRuleSource {
    kinds = List.copyOf(kinds);
    places = places.stream().map(List::copyOf).toList();
    wanted = List.copyOf(wanted);
  }

  /** What compiling a rule gives. */
  public sealed interface Result {

    /** A rule. */
    record Compiled(ObjectRule rule) implements Result {}

    /** Expressions are wrong. */
    record Refused(List<CelProblem> problems) implements Result {

      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Checks and compiles all expressions. */
  public Result compile() {
    return switch (RuleCompiler.compile(each.scope(), rule)) {
      case RuleCompiler.Result.Compiled(CelRule compiled) ->
          new Result.Compiled(
              new ObjectRule(id, each, longRunning, kinds, compiled, places, wanted));
      case RuleCompiler.Result.Refused(List<CelProblem> problems) -> new Result.Refused(problems);
    };
  }
}
