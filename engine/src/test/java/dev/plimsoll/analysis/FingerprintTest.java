package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

  private static final String VALUES =
      """
      image:
        repository: shop
        tag: latest
      containers:
        - name: app
          resources:
            limits: {}
        - name: proxy
          resources:
            limits: {}
      """;

  @Test
  void isThirtyTwoHexadecimalDigits() {
    assertThat(fingerprint(VALUES, "latest")).matches("[0-9a-f]{32}");
  }

  @Property
  void outlivesLinesAboveAndBelow(
      @ForAll @IntRange(max = 20) int above, @ForAll @IntRange(max = 20) int below) {
    String moved =
        "# a comment\nother: 1\n\n".repeat(above) + VALUES + "more:\n  below: 1\n".repeat(below);

    assertThat(fingerprint(moved, "latest")).isEqualTo(fingerprint(VALUES, "latest"));
    assertThat(fingerprint(moved, "{}")).isEqualTo(fingerprint(VALUES, "{}"));
  }

  @Property
  void outlivesIndentation(@ForAll @IntRange(min = 1, max = 8) int width) {
    StringBuilder indented = new StringBuilder();
    for (String line : VALUES.lines().toList()) {
      int blanks = line.length() - line.stripLeading().length();
      indented.append(" ".repeat(blanks * width)).append(line.strip()).append('\n');
    }

    assertThat(fingerprint(indented.toString(), "latest")).isEqualTo(fingerprint(VALUES, "latest"));
    assertThat(lastFingerprint(indented.toString(), "{}")).isEqualTo(lastFingerprint(VALUES, "{}"));
  }

  @Test
  void outlivesAListThatMovesLeft() {
    String left =
        """
        containers:
        - name: app
          resources:
            limits: {}
        """;
    String right =
        """
        containers:
            - name: app
              resources:
                limits: {}
        """;

    assertThat(fingerprint(left, "{}")).isEqualTo(fingerprint(right, "{}"));
  }

  @Test
  void doesNotDependOnTheValueTheCellsOrTheSeverity() {
    Diagnostic found = diagnostic(VALUES, VALUES.indexOf("latest"));
    Diagnostic other =
        diagnostic(VALUES.replace("latest", "newest"), VALUES.indexOf("latest"))
            .withSeverity(Severity.INFO)
            .withAffects(List.of(new Affected("shop", "prod", "us")));

    assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(found));
  }

  @Test
  void tellsItemsWithNamesApart() {
    assertThat(fingerprint(VALUES, "{}")).isNotEqualTo(lastFingerprint(VALUES, "{}"));
  }

  @Test
  void tellsFilesKeysMessagesAndRulesApart() {
    Diagnostic found = diagnostic(VALUES, VALUES.indexOf("latest"));
    SourceFile other = new SourceFile("other.yaml", VALUES);

    assertThat(
            List.of(
                Fingerprint.of(found),
                fingerprint(VALUES, "shop"),
                Fingerprint.of(
                    Diagnostic.of(
                        found.rule(), other.at(found.location().span()), found.message())),
                Fingerprint.of(
                    Diagnostic.of(new RuleId("other-rule"), found.location(), found.message())),
                Fingerprint.of(Diagnostic.of(found.rule(), found.location(), "Other."))))
        .doesNotHaveDuplicates();
  }

  @Test
  void worksAtTheEdgesOfATextThatIsNoYaml() {
    for (String text : List.of("", "\n", "}{", "\t- : -\n -", "a:\r\n  b", "# only")) {
      for (int at = 0; at <= text.length(); at++) {
        assertThat(Fingerprint.of(diagnostic(text, at))).hasSize(32);
      }
    }
  }

  private static String fingerprint(String text, String at) {
    return Fingerprint.of(diagnostic(text, text.indexOf(at)));
  }

  private static String lastFingerprint(String text, String at) {
    return Fingerprint.of(diagnostic(text, text.lastIndexOf(at)));
  }

  private static Diagnostic diagnostic(String text, int offset) {
    SourceFile file = new SourceFile("values.yaml", text);
    return Diagnostic.of(new RuleId("floating-image-tag"), file.at(Span.at(offset)), "Pin it.");
  }
}
