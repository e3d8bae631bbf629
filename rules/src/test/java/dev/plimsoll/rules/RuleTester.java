package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rules.example.ExampleWorkspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/**
 * Tests one rule on a workspace of text blocks with markers, completed as {@link ExampleWorkspace}
 * says.
 *
 * <pre>{@code
 * RuleTester.forRule("redundant-override")
 *     .file("charts/app/values.yaml", "a: 1")
 *     .file("environments/prod/values.yaml", "a: 1 # expect: info [redundant-override] 4..5")
 *     .verify();
 * }</pre>
 */
public final class RuleTester {

  private final RuleId rule;
  private final StringBuilder workspace = new StringBuilder();

  private RuleTester(RuleId rule) {
    this.rule = rule;
  }

  /** Looks at the diagnostics of one rule only. */
  public static RuleTester forRule(String rule) {
    return new RuleTester(new RuleId(rule));
  }

  public RuleTester file(String path, String text) {
    return part("# file: " + path, text);
  }

  /** An option of the command line: {@code --set}, {@code a=b}. */
  public RuleTester option(String name, String text) {
    return part("# option: " + name, text);
  }

  /** What shall not be there, though it is usually added. */
  public RuleTester absent(String path) {
    return part("# absent: " + path, "");
  }

  private RuleTester part(String head, String text) {
    workspace.append(head).append('\n').append(text).append(text.endsWith("\n") ? "" : "\n");
    return this;
  }

  /** Fails unless markers and diagnostics agree; gives the diagnostics. */
  public List<Diagnostic> verify() {
    ExampleWorkspace example = ExampleWorkspace.parse(workspace.toString());
    AnalysisResult result = BuiltInExamples.analyze(example);
    assertThat(result.bugs()).isEmpty();
    assertThat(BuiltInExamples.differences(example, result, this::isOfRule)).isEmpty();
    return result.diagnostics().stream().filter(this::isOfRule).toList();
  }

  /** Verifies, applies the first fix of every diagnostic, and compares the text of one file. */
  public void verifyFix(Fix.Applicability applicability, String path, String expected) {
    List<TextEdit> edits = new ArrayList<>();
    for (Diagnostic diagnostic : verify()) {
      Fix fix = diagnostic.fixes().getFirst();
      Assertions.assertEquals(applicability, fix.applicability());
      edits.addAll(fix.edits());
    }
    assertThat(edits).allMatch(edit -> edit.location().file().path().equals(path)).isNotEmpty();
    edits.sort(Comparator.comparing((TextEdit edit) -> edit.location().span()).reversed());
    StringBuilder text = new StringBuilder(edits.getFirst().location().file().text());
    for (TextEdit edit : edits) {
      text.replace(edit.location().span().start(), edit.location().span().end(), edit.newText());
    }
    assertThat(text.toString()).isEqualTo(expected);
  }

  private boolean isOfRule(Diagnostic diagnostic) {
    return diagnostic.rule().equals(rule);
  }
}
