package dev.plimsoll.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FixerTest {

  private final SourceFile file = new SourceFile("values.yaml", "a: 1\r\nb: 2\r\nc: 3\r\n");

  @Test
  void editsAreAppliedFromTheBackAndKeepLineEnds() {
    Fixer fixer = new Fixer(Applicability.SAFE, List.of());

    assertThat(
            fixer.apply(
                List.of(
                    fixable("one", Applicability.SAFE, 3, 4, "10\nx: 0"),
                    fixable("two", Applicability.SAFE, 15, 16, "30"))))
        .isTrue();

    assertThat(fixer.texts()).containsEntry("values.yaml", "a: 10\r\nx: 0\r\nb: 2\r\nc: 30\r\n");
    assertThat(fixer.summary()).isEqualTo("Applied 2 fixes in 1 file.");
  }

  @Test
  void unsafeFixesWaitUntilTheyAreWanted() {
    List<Diagnostic> found = List.of(fixable("one", Applicability.UNSAFE, 3, 4, "9"));

    Fixer careful = new Fixer(Applicability.SAFE, List.of());
    Fixer bold = new Fixer(Applicability.UNSAFE, List.of());

    assertThat(careful.apply(found)).isFalse();
    assertThat(careful.summary()).isEqualTo("Nothing to fix.");
    assertThat(bold.apply(found)).isTrue();
  }

  @Test
  void displayFixesAreNeverApplied() {
    Fixer bold = new Fixer(Applicability.UNSAFE, List.of());

    assertThat(bold.apply(List.of(fixable("one", Applicability.DISPLAY, 3, 4, "9")))).isFalse();
  }

  @Test
  void ofOverlappingFixesTheFirstWins() {
    Fixer fixer = new Fixer(Applicability.SAFE, List.of());

    fixer.apply(
        List.of(
            fixable("one", Applicability.SAFE, 0, 4, "z: 1"),
            fixable("two", Applicability.SAFE, 3, 4, "9")));

    assertThat(fixer.texts()).containsEntry("values.yaml", "z: 1\r\nb: 2\r\nc: 3\r\n");
  }

  @Test
  void onlyTheWantedRuleIsFixed() {
    Fixer fixer = new Fixer(Applicability.SAFE, List.of("two"));

    fixer.apply(
        List.of(
            fixable("one", Applicability.SAFE, 3, 4, "8"),
            fixable("two", Applicability.SAFE, 9, 10, "9")));

    assertThat(fixer.texts()).containsEntry("values.yaml", "a: 1\r\nb: 9\r\nc: 3\r\n");
  }

  private Diagnostic fixable(String rule, Applicability how, int start, int end, String text) {
    TextEdit edit = new TextEdit(file.at(new Span(start, end)), text);
    return Diagnostic.of(new RuleId(rule), file.at(new Span(start, end)), "Wrong.")
        .withFix(new Fix("Mend it", how, List.of(edit)));
  }
}
