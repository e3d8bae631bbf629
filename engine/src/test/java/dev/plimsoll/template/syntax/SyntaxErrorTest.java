package dev.plimsoll.template.syntax;

import static dev.plimsoll.template.syntax.Templates.errors;
import static dev.plimsoll.template.syntax.Templates.parse;
import static dev.plimsoll.template.syntax.Templates.printed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.template.syntax.TemplateFile.SyntaxError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Go says of broken templates, the place a person is shown, and what is read in spite of it.
 */
final class SyntaxErrorTest {

  /** The message, and the text that is underlined. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\0',
      value = {
        // Tokens.
        "{{ 1a }}~bad number syntax: \"1a\"~1a",
        "{{ 1+2 }}~bad number syntax: \"1+2\"~1+2",
        "{{ 08 }}~integer overflow: \"08\"~08",
        "{{ 18446744073709551616 }}~integer overflow: \"18446744073709551616\""
            + "~18446744073709551616",
        "{{ 1__0 }}~illegal number syntax: \"1__0\"~1__0",
        "{{ 0x }}~illegal number syntax: \"0x\"~0x",
        "{{ 1e999 }}~illegal number syntax: \"1e999\"~1e999",
        "{{ - }}~illegal number syntax: \"-\"~-",
        "{{ 1+i }}~syntax error scanning complex number~1+i",
        "{{ '' }}~invalid syntax~''",
        "{{ 'ab' }}~malformed character constant: 'ab'~'ab'",
        "{{ 'a }}~unterminated character constant~'a ",
        "{{ \"\\q\" }}~invalid syntax~\"\\q\"",
        "{{ \"\\ud800\" }}~invalid syntax~\"\\ud800\"",
        "{{ \"a }}~unterminated quoted string~\"a ",
        "{{ `a }}~unterminated raw quoted string~`a ",
        "{{ $x-y }}~bad character U+002D '-'~-",
        "{{ .Values.a-b }}~bad character U+002D '-'~-",
        "{{ if\"a\" }}~bad character U+0022 '\"'~\"",
        "{{ \u201Ca\u201D }}~unrecognized character in action: U+201C '\u201C'~\u201C",
        "{{ a\u00A0b }}~bad character U+00A0~\u00A0",
        "{{ .a : 1 }}~expected :=~:",
        // Operands and commands.
        "{{ }}~missing value for command~}}",
        "{{ nope . }}~function \"nope\" not defined~nope",
        "{{ $x }}~undefined variable \"$x\"~$x",
        "{{ .a } }}~unexpected \"}\" in operand~}",
        "{{ .a. }}~unexpected <.> in operand~.",
        "{{ \"a\".b }}~unexpected . after term \"\\\"a\\\"\"~.b",
        "{{ quote(.a) }}~unexpected \"(\" in operand~(",
        "{{ \"a\"\"b\" }}~unexpected \"\\\"b\\\"\" in operand~\"b\"",
        "{{ .a | 1 }}~non executable command in pipeline stage 2~1",
        "{{ .a || .b }}~unexpected \"|\" in command~|",
        "{{ .a end }}~unexpected <end> in operand~end",
        "{{ quote .aVeryLongName = 1 }}~unexpected \"=\" in operand~=",
        "{{ quote / }}~unexpected \"/\" in operand~/",
        "{{ quote (1)\"a long string\" }}~unexpected \"\\\"a long st\"... in operand"
            + "~\"a long string\"",
        "{{ (.a }}~unclosed left paren~}}",
        "{{ .a) }}~unexpected right paren~)",
        "{{ quote () }}~missing value for parenthesized pipeline~)",
        // Declarations.
        "{{ $x := }}~missing value for command~$x := }}",
        "{{ $x, $y := .a }}~too many declarations in command~,",
        "{{ range $x, $y, $z := .a }}{{ end }}~too many declarations in range~,",
        "{{ range $x, .a }}{{ end }}~range can only initialize variables~.a",
        "{{ .a := 1 }}~unexpected \":=\" in operand~:=",
        // Actions.
        "{{ if }}{{ end }}~missing value for if~}}",
        "{{ end }}~unexpected {{end}}~{{ end }}",
        "{{ end 1 }}~unexpected \"1\" in end~1",
        "{{ else }}~unexpected {{else}}~{{ else }}",
        "{{ if . }}{{ else 1 }}{{ end }}~unexpected \"1\" in else~1",
        "{{ if . }}{{ else }}{{ else }}{{ end }}~expected end; found {{else}}~{{ else }}",
        "{{ if . }}{{ else with . }}{{ end }}~unexpected <with> in input~with",
        "{{ if . }}~unexpected EOF~{{ if . }}",
        "{{ break }}~{{break}} outside {{range}}~{{ break }}",
        "{{ range . }}{{ else }}{{ continue }}{{ end }}~{{continue}} outside {{range}}"
            + "~{{ continue }}",
        "{{ range . }}{{ block \"b\" . }}{{ break }}{{ end }}{{ end }}"
            + "~{{break}} outside {{range}}~{{ break }}",
        "{{ range . }}{{ break 1 }}{{ end }}~unexpected \"1\" in {{break}}~1",
        "{{ template }}~unexpected \"}}\" in template clause~}}",
        "{{ template quote }}~unexpected \"quote\" in template clause~quote",
        "{{ block \"b\" }}{{ end }}~missing value for block clause~}}",
        "{{ define \"b\" . }}{{ end }}~unexpected <.> in define clause~.",
        "{{ define \"b\" }}{{ else }}{{ end }}~unexpected {{else}} in define clause~{{ else }}",
        "{{ if . }}{{ define \"b\" }}{{ end }}{{ end }}~unexpected <define> in command~define",
        "{{ define \"b\" }}1{{ end }}{{ define \"b\" }}2{{ end }}"
            + "~template: multiple definition of template \"b\"~\"b\"",
        "{{ .a~unclosed action~",
        "{{ .a {{ .b }}~unexpected \"{\" in operand~{",
        "{{/* a~unclosed comment~{{/*",
        "{{/* a */ b }}~comment ends before closing delimiter~*/",
        "{{ /* a */ }}~unexpected \"/\" in command~/",
      })
  void saysWhatGoSays(String text, String message, String underlined) {
    SyntaxError first = parse(text).errors().getFirst();
    assertThat(first.inGo("web.yaml")).isEqualTo("template: web.yaml:1: " + message);
    assertThat(first.span().in(text)).isEqualTo(underlined == null ? "" : underlined);
  }

  /** Go names the line up to which it has read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\0',
      value = {
        "a\\n\\n{{ nope }}~3: function \"nope\" not defined",
        "{{ nope\\n\\n. }}~1: function \"nope\" not defined",
        "{{ $x\\n\\n. }}~3: undefined variable \"$x\"",
        "{{ if .a }}\\n\\n~3: unexpected EOF",
        "{{ quote\\n\\n`a\\n\\nb`| 1 }}~5: non executable command in pipeline stage 2",
        "{{ block \"b\" . }}\\n\\n{{ else }}{{ end }}~1: unexpected {{else}} in block clause",
        "{{ quote\\n\"a }}~2: unterminated quoted string in action started at web.yaml:1",
        "{{ quote\\n\\n~3: unclosed action started at web.yaml:1",
        "{{ if .a }}\\n{{ .b }}{{/* c~2: unclosed comment",
        "{{ if .a }}\\n{{/* c~2: unclosed comment in action started at web.yaml:1",
        "{{ if .a }}{{ else if\\n\"a }}{{ end }}~2: unterminated quoted string",
        "{{ define \"a\\n\" }}~1: unterminated quoted string",
        "{{ (.a\\n-}}~1: unclosed left paren",
      })
  void namesTheLineThatGoNames(String escaped, String expected) {
    assertThat(errors(escaped.replace("\\n", "\n")).getFirst())
        .isEqualTo("template: web.yaml:" + expected);
  }

  @Test
  void helmSaysLess() {
    assertThat(parse("\n{{ nope }}").errors().getFirst().inHelm("a/templates/b.yaml"))
        .isEqualTo("parse error at (a/templates/b.yaml:2): function \"nope\" not defined");
    assertThat(parse("{{ 1a }}").errors().getFirst().inHelm("a/templates/b.yaml"))
        .isEqualTo("parse error at (a/templates/b.yaml:1): \"1a\"");
  }

  @Test
  void findsWhatIsWrongElsewhere() {
    assertThat(
            errors(
                """
                {{ nope .a | nope2 }}
                {{ if (eq .a 1 }}
                a: {{ quote "b }}
                {{ end }}{{ end }}
                {{ range $x := .c }}{{ $y }}
                """))
        .containsExactly(
            "template: web.yaml:1: function \"nope\" not defined",
            "template: web.yaml:1: function \"nope2\" not defined",
            "template: web.yaml:2: unclosed left paren",
            "template: web.yaml:3: unterminated quoted string",
            "template: web.yaml:4: unexpected {{end}}",
            "template: web.yaml:5: undefined variable \"$y\"",
            "template: web.yaml:6: unexpected EOF");
  }

  @Test
  void anActionWithoutEndEndsAtTheNext() {
    String text = "{{ if .a\nb: {{ .c }}\n{{ end }}";
    assertThat(errors(text)).containsExactly("template: web.yaml:2: function \"b\" not defined");
    assertThat(printed(parse(text))).isEqualTo("{{if .a b}}{{.c}}\n{{end}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\0',
      value = {
        "{{ .Values. }} {{ .b }}~{{.Values .}} {{.b}}",
        "{{ .a | }}{{ .b | default (.c }} d~{{.a}}{{.b | default (.c)}} d",
        "{{ quote \"a }} {{ .b }}~{{quote}} {{.b}}",
        "{{ nope .a }}~{{nope .a}}",
        "{{ if .a = 1 }}b{{ else }}c{{ end }}~{{if .a}}b{{else}}c{{end}}",
        "{{ if .a }}b~{{if .a}}b{{end}}",
        "{{ range .a }}{{ if .b }}c{{ else }}{{ end }}"
            + "~{{range .a}}{{if .b}}c{{else}}{{end}}{{end}}",
        "{{ $x := | }}{{ $x }}~{{$x := }}{{$x}}",
        "{{ with .a }}{{ else if .b }}c{{ end }}" + "~{{with .a}}{{else}}{{if .b}}c{{end}}{{end}}",
      })
  void keepsTheTreeForTheEditor(String text, String printed) {
    assertThat(parse(text).errors().isEmpty()).isEqualTo(text.contains("{{ .a | }}{{ .b }}"));
    assertThat(printed(parse(text))).isEqualTo(printed);
  }

  @Test
  void definitionsWithoutEndAreThere() {
    TemplateFile file = parse("{{ define \"a\" }}b{{ if .x }}");
    assertThat(file.errors())
        .extracting(SyntaxError::message)
        .containsExactly("unexpected EOF", "unexpected EOF");
    assertThat(file.definitions())
        .extracting(TemplateFile.Definition::name)
        .isEqualTo(List.of("a"));
  }

  @Test
  void aBrokenDeclarationStillDeclares() {
    assertThat(errors("{{ $x := nope }}{{ $x }}"))
        .containsExactly("template: web.yaml:1: function \"nope\" not defined");
  }
}
