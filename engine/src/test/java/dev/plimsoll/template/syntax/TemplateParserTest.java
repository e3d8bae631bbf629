package dev.plimsoll.template.syntax;

import static dev.plimsoll.template.syntax.Templates.errors;
import static dev.plimsoll.template.syntax.Templates.operand;
import static dev.plimsoll.template.syntax.Templates.parse;
import static dev.plimsoll.template.syntax.Templates.pipeline;
import static dev.plimsoll.template.syntax.Templates.printed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of good templates, and what remains of broken ones. */
final class TemplateParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text { and } and {",
        "{{.}}",
        "{{nil}}",
        "{{.Values.image.tag}}",
        "{{$.Values.a}}",
        "{{include \"name\" . | nindent 4 | quote}}",
        "{{(index .a 0).b.c}}",
        "{{$x := 1}}{{$x = (list 1 2)}}{{$x.y}}",
        "{{printf `%s {{` \"}}\" 'x'}}",
        "{{if .a}}b{{else}}c{{end}}",
        "{{if .a}}b{{else}}{{if .c}}d{{end}}{{end}}",
        "{{with .a}}{{.}}{{end}}",
        "{{range .a}}{{break}}{{else}}{{.}}{{end}}",
        "{{range $i, $v := .a}}{{if $i}}{{continue}}{{end}}{{$v}}{{end}}",
        "{{range $i, $v = .a}}{{end}}",
        "{{template \"name\"}}{{template \"name\" .a}}",
        "{{.}}{{/* not closed",
      })
  void printsWhatItHasRead(String text) {
    String readable = text.replaceFirst("\\{\\{/\\*.*", "");
    assertThat(printed(parse(text))).isEqualTo(readable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '\0',
      value = {
        "a {{- . -}} b^a{{.}}b",
        "a {{- /* c */ -}} b^ab",
        "a {{/* c */}} b^a  b",
        "a {{-3}} b^a {{-3}} b",
        "a {{- -3 -}} b^a{{-3}}b",
        "{{ .a |}}^{{.a}}",
        "{{ if .a }}1{{ else if .b }}2{{ else }}3{{ end }}"
            + "^{{if .a}}1{{else}}{{if .b}}2{{else}}3{{end}}{{end}}",
        "{{ with .a }}1{{ else with .b }}2{{ end }}"
            + "^{{with .a}}1{{else}}{{with .b}}2{{end}}{{end}}",
        "{{ range $i, $.a }}{{ end }}^{{range $i := $.a}}{{end}}",
        "{{ block \"name\" .a }}b{{ end }}^{{template \"name\" .a}}",
        "{{ define \"name\" }}b{{ end }}^",
      })
  void readsAsGoDoes(String text, String expected) {
    assertThat(errors(text)).isEmpty();
    assertThat(printed(parse(text))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void trimMarkersTakeAllWhiteSpaceOfGo() {
    assertThat(printed(parse("a \t\r\n{{- . -}}\n\r\t b"))).isEqualTo("a{{.}}b");
    assertThat(printed(parse("a\f{{- . -}}\u00A0b"))).isEqualTo("a\f{{.}}\u00A0b");
    assertThat(printed(parse("a {{-\n.\n-}} b"))).isEqualTo("a{{.}}b");
  }

  @Test
  void textHasExactlyItsCharacters() {
    TemplateFile file = parse("first {{- .a -}} last{{/* c */}}\n");
    List<String> texts = new ArrayList<>();
    for (TemplateNode node : file.body().nodes()) {
      if (node instanceof TemplateNode.Text text) {
        assertThat(file.source().text(text.span())).isEqualTo(text.text());
        texts.add(text.text());
      }
    }
    assertThat(texts).containsExactly("first", "last", "\n");
  }

  @Test
  void actionsAndBlocksHaveTheirSpans() {
    String text = "a {{- if .x }}b{{ else }}c{{ end -}} d {{ .y -}} ";
    TemplateFile file = parse(text);
    TemplateNode.If branch = (TemplateNode.If) file.body().nodes().get(1);
    assertThat(branch.span().in(text)).isEqualTo("{{- if .x }}b{{ else }}c{{ end -}}");
    assertThat(branch.head().in(text)).isEqualTo("{{- if .x }}");
    assertThat(branch.body().span().in(text)).isEqualTo("b");
    TemplateNode.Block otherwise = Objects.requireNonNull(branch.otherwise());
    assertThat(otherwise.span().in(text)).isEqualTo("c");
    assertThat(file.body().nodes().get(3).span().in(text)).isEqualTo("{{ .y -}}");
    assertThat(file.body().span()).isEqualTo(new Span(0, text.length()));
  }

  @Test
  void pipelinesHaveTheirSpans() {
    String text = "{{ $x, := }}{{ $x := include \"a\" (index .b 0).c | quote }}";
    Pipeline pipeline = ((TemplateNode.Action) parse(text).body().nodes().get(1)).pipeline();
    assertThat(pipeline.span().in(text)).isEqualTo("$x := include \"a\" (index .b 0).c | quote");
    assertThat(pipeline.declared().getFirst().span().in(text)).isEqualTo("$x");
    Pipeline.Command command = pipeline.commands().getFirst();
    assertThat(command.span().in(text)).isEqualTo("include \"a\" (index .b 0).c");
    Operand.Chain chain = (Operand.Chain) command.arguments().get(2);
    assertThat(chain.span().in(text)).isEqualTo("(index .b 0).c");
    assertThat(chain.of().span().in(text)).isEqualTo("(index .b 0)");
  }

  @Test
  void definitionsComeWithTheirPlace() {
    String text = "{{ define \"a\\\"b\" }}1{{ end }}{{ block `c` . }}2{{ end }}";
    List<TemplateFile.Definition> definitions = parse(text).definitions();
    assertThat(definitions).extracting(TemplateFile.Definition::name).containsExactly("a\"b", "c");
    assertThat(definitions)
        .extracting(definition -> definition.nameSpan().in(text))
        .containsExactly("\"a\\\"b\"", "`c`");
    assertThat(definitions)
        .extracting(definition -> definition.span().in(text))
        .containsExactly("{{ define \"a\\\"b\" }}1{{ end }}", "{{ block `c` . }}2{{ end }}");
    assertThat(definitions)
        .extracting(definition -> printed(definition.body()))
        .containsExactly("1", "2");
  }

  @Test
  void commentsAreKept() {
    String text = "a {{- /* b\n * / */ -}} c";
    assertThat(parse(text).body().nodes().get(1))
        .isEqualTo(new TemplateNode.Comment(new Span(2, 22)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      value = {
        "1, true, true, true, 1, 1",
        "-1, true, false, true, -1, -1",
        "+1, true, false, true, 1, 1",
        "-0, true, true, true, 0, 0",
        "0x1F, true, true, true, 31, 31",
        "0b101, true, true, true, 5, 5",
        "0o17, true, true, true, 15, 15",
        "017, true, true, true, 15, 15",
        "1_000, true, true, true, 1000, 1000",
        "0x_1, true, true, true, 1, 1",
        "1.5, false, false, true, 0, 1.5",
        ".5, false, false, true, 0, 0.5",
        "1., true, true, true, 1, 1",
        "1e3, true, true, true, 1000, 1000",
        "-1e3, true, false, true, -1000, -1000",
        "0x1p-2, false, false, true, 0, 0.25",
        "1_0.2_5, false, false, true, 0, 10.25",
        "'x', true, true, true, 120, 120",
        "'\\n', true, true, true, 10, 10",
        "'\\x41', true, true, true, 65, 65",
        "'\\101', true, true, true, 65, 65",
        "'é', true, true, true, 233, 233",
        "'😀', true, true, true, 128512, 128512",
        "9223372036854775807, true, true, true, 9223372036854775807, 9223372036854775807",
        "-9223372036854775808, true, false, true, -9223372036854775808, -9223372036854775808",
        "9223372036854775808, false, true, true, 0, 9223372036854775808",
        "18446744073709551615, false, true, true, 0, 18446744073709551615",
        "1e19, false, true, true, 0, 1e19",
        "1e20, false, false, true, 0, 1e20",
        "0i, true, true, true, 0, 0",
        "3+0i, true, true, true, 3, 3",
        "2i, false, false, false, 0, 0",
        "1+2i, false, false, false, 0, 0",
      })
  void numbersAreAllKindsThatHoldThem(
      String text, boolean isInt, boolean isUint, boolean isFloat, long value, double floatValue) {
    Operand.Numeral number = (Operand.Numeral) operand(text);
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.isInt()).isEqualTo(isInt);
    assertThat(number.isUint()).isEqualTo(isUint);
    assertThat(number.isFloat()).isEqualTo(isFloat);
    assertThat(number.isComplex()).isEqualTo(text.endsWith("i"));
    assertThat(number.intValue()).isEqualTo(value);
    assertThat(number.floatValue()).isEqualTo(floatValue);
  }

  @Test
  void unsignedNumbersKeepTheirBits() {
    assertThat(((Operand.Numeral) operand("18446744073709551615")).uintValue()).isEqualTo(-1);
    assertThat(((Operand.Numeral) operand("1e19")).uintValue())
        .isEqualTo(Long.parseUnsignedLong("10000000000000000000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"a b\"|a b",
        "\"\\\"\\\\\"|\"\\",
        "\"\\u00e9\\U0001F600\"|é😀",
        "\"\\xe2\\x82\\xac\"|€",
        "\"\\303\\251\"|é",
        "\"\\xff\"|\uFFFD",
        "`a\\n\"b`|a\\n\"b",
      })
  void stringsMeanWhatGoMeans(String quoted, String value) {
    Operand.Text string = (Operand.Text) operand(quoted);
    assertThat(string.value()).isEqualTo(value);
    assertThat(string.quoted()).isEqualTo(quoted);
  }

  @Test
  void rawStringsLoseCarriageReturns() {
    assertThat(((Operand.Text) operand("`a\r\nb`")).value()).isEqualTo("a\nb");
    assertThat(((Operand.Text) operand("\"\\a\\b\\f\\n\\r\\t\\v\"")).value())
        .isEqualTo("\u0007\b\f\n\r\t\u000B");
  }

  @Test
  void fieldsBelongToWhatStandsDirectlyBeforeThem() {
    assertThat(operand(".a.b")).isInstanceOf(Operand.Field.class);
    assertThat(operand("$.a.b")).isInstanceOf(Operand.Variable.class);
    assertThat(operand("quote.b")).isInstanceOf(Operand.Chain.class);
    assertThat(pipeline("{{ quote .a .b }}").commands().getFirst().arguments()).hasSize(3);
  }

  @Test
  void namesMayHaveAnyLetter() {
    TemplateFile file = parse("{{ .größe.名前.𠀀 }}");
    assertThat(file.errors()).isEmpty();
    assertThat(printed(file)).isEqualTo("{{.größe.名前.𠀀}}");
  }
}
