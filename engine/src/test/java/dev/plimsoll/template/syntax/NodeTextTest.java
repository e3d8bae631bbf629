package dev.plimsoll.template.syntax;

import static dev.plimsoll.template.syntax.Templates.operand;
import static dev.plimsoll.template.syntax.Templates.parse;
import static dev.plimsoll.template.syntax.Templates.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go writes between {@code <} and {@code >}. */
final class NodeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "nil",
        "true",
        "1_000",
        "'\\n'",
        "\"a\\u00e9\"",
        "`a`",
        "quote",
        "$",
        "$.a.b",
        ".a.b.c",
        "(quote .a).b.c",
        "quote.b"
      })
  void operandsAreWrittenAsTheyStand(String text) {
    assertThat(NodeText.of(operand(text))).isEqualTo(text);
  }

  @Test
  void commandsAndPipelinesLoseTheirBlanks() {
    Pipeline pipeline = pipeline("{{ $x   := printf  \"%s\"\n( .a|quote ) |  quote }}");
    assertThat(NodeText.of(pipeline)).isEqualTo("$x := printf \"%s\" (.a | quote) | quote");
    assertThat(NodeText.of(pipeline.commands().getFirst())).isEqualTo("printf \"%s\" (.a | quote)");
  }

  @Test
  void aPipelineInParenthesesIsWrittenWithoutThem() {
    assertThat(NodeText.of(operand("( .a | quote )"))).isEqualTo(".a | quote");
  }

  @Test
  void blocksAreWrittenWhole() {
    String text =
        "{{- if .a -}} b {{- else if .c }}{{ break }}{{ end }}{{/* c */}}"
            + "{{ template `n\"` $ }}{{ range $i, $v := .d }}{{ continue }}{{ end }}";
    assertThat(Templates.printed(parse(text)))
        .isEqualTo(
            "{{if .a}}b{{else}}{{if .c}}{{break}}{{end}}{{end}}"
                + "{{template \"n\\\"\" $}}{{range $i, $v := .d}}{{continue}}{{end}}");
  }
}
