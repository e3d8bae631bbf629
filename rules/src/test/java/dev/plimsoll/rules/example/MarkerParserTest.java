package dev.plimsoll.rules.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.rules.example.Expectation.Columns;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerParserTest {

  @Test
  void cutsATrailingMarkerAndReadsAllOfIt() {
    MarkedFile file =
        MarkerParser.parse(
            "values.yaml",
            "replicas: \"3\"   # expect: error [values-type-mismatch] 11..14 \"expected integer\" origin=schema\n");

    assertThat(file.text()).isEqualTo("replicas: \"3\"\n");
    assertThat(file.expectations())
        .containsExactly(
            new Expectation(
                "values.yaml",
                1,
                "error",
                "values-type-mismatch",
                Optional.of(new Columns(11, 14)),
                "expected integer",
                List.of("schema")));
  }

  @Test
  void aMarkerAloneSpeaksOfTheNextLineThatIsNone() {
    MarkedFile file =
        MarkerParser.parse(
            "a.yaml",
            """
            one: 1
            # expect: error [invalid-yaml]
              # expect: info [list-replaced] # mark: here
            \ttwo: 2
            three: 3
            """);

    assertThat(file.text()).isEqualTo("one: 1\n\n\n\ttwo: 2\nthree: 3\n");
    assertThat(file.expectations()).extracting(Expectation::line).containsExactly(4, 4);
    assertThat(file.labels()).containsExactly(java.util.Map.entry("here", 4));
  }

  @Test
  void aTemplateMayHideItsMarkersInTemplateComments() {
    MarkedFile file =
        MarkerParser.parse(
            "templates/a.tpl",
            "a: {{ .Values.a }} {{/* expect: warning [duplicate-key] 1..2 */}}\n");

    assertThat(file.text()).isEqualTo("a: {{ .Values.a }}\n");
    assertThat(file.expectations()).hasSize(1);
  }

  @Test
  void lineEndsAreKept() {
    assertThat(MarkerParser.parse("a.yaml", "a: 1 # mark: x\r\nb: 2\r\n").text())
        .isEqualTo("a: 1\r\nb: 2\r\n");
  }

  @Test
  void anOrdinaryCommentIsNoMarker() {
    String text = "a: 1 # what to expect of a\n# marked by hand\n";
    assertThat(MarkerParser.parse("a.yaml", text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1 # expects: error [duplicate-key]",
        "a: 1 # Expect: error [duplicate-key]",
        "a: 1 #expect: error [duplicate-key]",
        "a: 1 # expect: fatal [duplicate-key]",
        "a: 1 # expect: error duplicate-key",
        "a: 1 # expect: error [duplicate-key] 3",
        "a: 1 # expect: error [duplicate-key] orgin=x",
        "a: 1 # marks: x",
        "a: 1 {{/* expect: error [duplicate-key]",
        "# expect: error [duplicate-key]"
      })
  void aMisspeltMarkerFailsInsteadOfExpectingNothing(String text) {
    assertThatThrownBy(() -> MarkerParser.parse("a.yaml", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.yaml");
  }

  @Test
  void aMarkerInsideABlockScalarFails() {
    assertThatThrownBy(
            () -> MarkerParser.parse("a.yaml", "text: |\n  one # expect: info [list-replaced]\n"))
        .hasMessageContaining("block scalar");
    assertThat(
            MarkerParser.parse("a.yaml", "text: |\n  one\nb: 2 # expect: info [list-replaced]\n")
                .expectations())
        .hasSize(1);
  }
}
