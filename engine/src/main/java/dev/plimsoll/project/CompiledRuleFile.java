package dev.plimsoll.project;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.rule.FailurePlaces;
import dev.plimsoll.cel.rule.ObjectRule;
import dev.plimsoll.cel.rule.ObjectRuleCheck;
import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file of a rule of the project, read and compiled.
 *
 * @param file what it says; empty if it is not of the form of a rule
 * @param rule empty if it cannot be asked
 * @param problems what is wrong with it, each at its place in the file
 */
public record CompiledRuleFile(
    Optional<RuleFile> file, Optional<Rule> rule, List<Diagnostic> problems) {

  public CompiledRuleFile {
    problems = List.copyOf(problems);
  }

  /** Reads and compiles a file. */
  public static CompiledRuleFile of(YamlFile yaml) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<RuleFile> file = RuleFileReader.read(yaml, problems::add);
    if (file.isEmpty()) {
      return new CompiledRuleFile(file, Optional.empty(), problems);
    }
    Optional<ObjectRuleSource> source = file.get().expressions();
    if (source.isEmpty()) {
      problems.add(
          Diagnostic.of(
              ProjectRules.INVALID_RULE,
              file.get().location(),
              "A rule needs `validations`: what must be true."));
      return new CompiledRuleFile(file, Optional.empty(), problems);
    }
    return switch (source.get().compile()) {
      case ObjectRuleSource.Result.Compiled(ObjectRule rule) ->
          new CompiledRuleFile(
              file, Optional.of(ObjectRuleCheck.own(rule, places(file.get()))), problems);
      case ObjectRuleSource.Result.Refused(List<CelProblem> found) -> {
        for (CelProblem each : found) {
          Location place = yaml.source().at(each.span(yaml.source().text()));
          problems.add(Diagnostic.of(ProjectRules.INVALID_RULE, place, each.message()));
        }
        yield new CompiledRuleFile(file, Optional.empty(), problems);
      }
    };
  }

  private static FailurePlaces places(RuleFile file) {
    SourceFile source = file.location().file();
    List<Location> validations = new ArrayList<>();
    for (RuleSource.Validation each : file.expressions().orElseThrow().rule().validations()) {
      validations.add(place(source, each.expression()).orElse(file.location()));
    }
    return new FailurePlaces(file.location(), validations);
  }

  private static Optional<Location> place(SourceFile source, CelText expression) {
    YamlScalar scalar = expression.scalar();
    return Optional.ofNullable(scalar).map(found -> source.at(found.span()));
  }
}
