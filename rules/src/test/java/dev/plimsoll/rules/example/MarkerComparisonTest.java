package dev.plimsoll.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rules.example.Expectation.Columns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkerComparisonTest {

  private static final Set<String> RULES = Set.of("duplicate-key", "list-replaced");

  @Test
  void whatAgreesGivesNothing() {
    assertThat(
            compare(
                "a: 1 # mark: first\na: 2 # expect: error [duplicate-key] 1..2 \"twice\" origin=first\n",
                observed(2, "duplicate-key", new Observed.Place("a.yaml", 1))))
        .isEmpty();
  }

  @Test
  void aMarkerWithoutADiagnosticFails() {
    assertThat(compare("a: 1 # expect: error [duplicate-key]\n"))
        .containsExactly("a.yaml:1: expected error [duplicate-key] and there is none");
  }

  @Test
  void aDiagnosticWithoutAMarkerFailsAndPrintsTheMarker() {
    assertThat(compare("a: 1\n", observed(1, "duplicate-key")))
        .containsExactly(
            "a.yaml:1: unexpected; to expect it add `# expect: error [duplicate-key] 1..2`: "
                + "`a` stands here twice.");
  }

  @Test
  void otherColumnsOrTextOrOriginFail() {
    Observed actual = observed(1, "duplicate-key");
    assertThat(compare("a: 1 # expect: error [duplicate-key] 1..3\n", actual)).hasSize(2);
    assertThat(compare("a: 1 # expect: error [duplicate-key] \"thrice\"\n", actual)).hasSize(2);
    assertThat(compare("a: 1 # expect: error [duplicate-key] origin=b\nb: 2 # mark: b\n", actual))
        .hasSize(2);
    assertThat(compare("a: 1 # expect: warning [duplicate-key]\n", actual)).hasSize(2);
  }

  @Test
  void twoEqualDiagnosticsNeedTwoMarkers() {
    Observed actual = observed(1, "duplicate-key");
    assertThat(compare("a: 1 # expect: error [duplicate-key]\n", actual, actual)).hasSize(1);
  }

  @Test
  void aVagueMarkerLeavesTheDiagnosticOfAPreciseOne() {
    assertThat(
            compare(
                "a: 1 # expect: error [duplicate-key] # expect: error [duplicate-key] 5..6\n",
                new Observed(
                    "a.yaml", 1, new Columns(5, 6), "error", "duplicate-key", "Text.", List.of()),
                observed(1, "duplicate-key")))
        .isEmpty();
  }

  @Test
  void unknownRulesAndUnusedLabelsFail() {
    assertThat(compare("a: 1 # mark: x\n")).containsExactly("a.yaml:1: no marker uses `x`");
    assertThat(compare("a: 1 # expect: error [dublicate-key]\n"))
        .contains("a.yaml:1: there is no rule `dublicate-key`");
  }

  private static List<String> compare(String text, Observed... observed) {
    return MarkerComparison.compare(
        List.of(MarkerParser.parse("a.yaml", text)), List.of(observed), RULES);
  }

  private static Observed observed(int line, String rule, Observed.Place... related) {
    return new Observed(
        "a.yaml",
        line,
        new Columns(1, 2),
        "error",
        rule,
        "`a` stands here twice.",
        List.of(related));
  }
}
