package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.rules.example.MarkedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of every rule, so that its documentation cannot lie. */
class ExampleTest {

  static List<RuleFolder> folders() {
    return RuleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theBadExampleIsFoundExactlyWhereItSays(RuleFolder folder) {
    ExampleWorkspace example = ExampleWorkspace.parse(folder.read("bad.yaml"));
    AnalysisResult result = BuiltInExamples.analyze(example);

    assertThat(result.bugs()).isEmpty();
    assertThat(BuiltInExamples.differences(example, result, shown(folder, example))).isEmpty();
    assertThat(example.marked())
        .flatExtracting(MarkedFile::expectations)
        .filteredOn(expected -> expected.rule().equals(folder.name()))
        .as("a marker of the rule itself, with columns")
        .isNotEmpty()
        .allSatisfy(expected -> assertThat(expected.columns()).isPresent());
    assertThat(
            result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.rule().value().equals(folder.name()))
                .flatMap(diagnostic -> diagnostic.fixes().stream())
                .anyMatch(fix -> fix.applicability() != Fix.Applicability.DISPLAY))
        .as("offers a fix that can be applied exactly if `fixable` says so")
        .isEqualTo(folder.metadata().fixable());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theGoodExampleIsSilent(RuleFolder folder) {
    ExampleWorkspace example = ExampleWorkspace.parse(folder.read("good.yaml"));
    AnalysisResult result = BuiltInExamples.analyze(example);

    assertThat(result.bugs()).isEmpty();
    assertThat(BuiltInExamples.differences(example, result, shown(folder, example))).isEmpty();
    assertThat(example.marked()).flatExtracting(MarkedFile::expectations).isEmpty();
  }

  /**
   * What an example is about: its rule, those of its markers, and every mistake. Whether an object
   * is fit for production is the matter of the rules of objects alone: an example that satisfied
   * all of them would show none.
   */
  private static Predicate<Diagnostic> shown(RuleFolder folder, ExampleWorkspace example) {
    Set<String> about = new HashSet<>(Set.of(folder.name()));
    example.marked().stream()
        .flatMap(file -> file.expectations().stream())
        .forEach(expected -> about.add(expected.rule()));
    return diagnostic ->
        about.contains(diagnostic.rule().value()) || !RuleFolder.isOfObjects(diagnostic.rule());
  }
}
