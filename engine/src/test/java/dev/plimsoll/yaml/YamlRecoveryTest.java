package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every error of a broken text is found where a person would look, and the rest is read. */
final class YamlRecoveryTest {

  private static final String BROKEN =
      """
      image:
      \ttag: 1.2.3
      \tpolicy: Always
      list: [a, b
      after: "open
      name: "closed"
      glob: *.txt
      at: @host
      twice: a: b
      deeper: 1
        below: 2
      rendered: {{ .Values.x }}
      escape: "\\d"
      noColon
      gone: *gone
      number: !!int abc
      infinite: .inf
      last: end
      """;

  static final List<Arguments> CASES =
      List.of(
          Arguments.of("a: 1\n\tb: 2\n", List.of("2:1 TAB_INDENTATION")),
          Arguments.of("a:\n  - b\n \t- c\n", List.of("3:2 TAB_INDENTATION")),
          Arguments.of("a: |\n  x\n\ty\n", List.of("3:1 TAB_INDENTATION")),
          Arguments.of("-\ta\n", List.of("1:2 TAB_INDENTATION")),
          Arguments.of("a: b: c\n", List.of("1:5 SYNTAX :")),
          Arguments.of("a: 1\n  b: 2\n", List.of("2:3 SYNTAX b")),
          Arguments.of("a: 1\nfoo\nb: 2\n", List.of("2:1 SYNTAX foo")),
          Arguments.of("a: 1\nb:2\nc: 3\n", List.of("2:1 SYNTAX b:2")),
          Arguments.of("foo\n  bar: 1\nb: 2\n", List.of("1:1 SYNTAX foo")),
          Arguments.of("a:\n    b: 1\n  c: 2\n", List.of("3:3 SYNTAX c")),
          Arguments.of("a:\n  - b\n  c: 1\n", List.of("3:3 SYNTAX c")),
          Arguments.of("a: 1\n- b\nc: 2\n", List.of("2:1 SYNTAX -")),
          Arguments.of("a: - b\n", List.of("1:4 SYNTAX -")),
          Arguments.of("a: \"x\nb: \"y\"\nc: 1\n", List.of("1:4 SYNTAX \"")),
          Arguments.of("a: 'x\nb: y\n", List.of("1:4 SYNTAX '")),
          Arguments.of("a: 'x' y\nb: 1\n", List.of("1:8 SYNTAX y")),
          Arguments.of("a: [1, 2\nb: 3\n", List.of("1:4 SYNTAX [")),
          Arguments.of("a: {x: 1\nb: 3\n", List.of("1:4 SYNTAX {")),
          Arguments.of("a: [1, 2}\n", List.of("1:9 SYNTAX }")),
          Arguments.of("a: [{x: 1]\n", List.of("1:5 SYNTAX {")),
          Arguments.of("a: [\"x\" \"y\"]\n", List.of("1:9 SYNTAX \"y\"")),
          Arguments.of("a: [x,, y]\n", List.of("1:7 SYNTAX ,")),
          Arguments.of("a: [- x]\n", List.of("1:5 SYNTAX -")),
          Arguments.of("a: 1]\nb: ]\n", List.of("2:4 SYNTAX ]")),
          Arguments.of("a: `x`\n", List.of("1:4 SYNTAX `")),
          Arguments.of("a: %x\n", List.of("1:4 SYNTAX %")),
          Arguments.of("a: **x**\n", List.of("1:4 SYNTAX *")),
          Arguments.of("a: & x\n", List.of("1:4 SYNTAX &")),
          Arguments.of("a: !x!y z\n", List.of("1:4 SYNTAX !x!y")),
          Arguments.of("a: &x &y z\n", List.of("1:7 SYNTAX &y")),
          Arguments.of("a: |x\n  y\n", List.of("1:5 SYNTAX x")),
          Arguments.of("a: \"\\x4g\"\n", List.of("1:5 SYNTAX \\x4")),
          Arguments.of("a: \"\\ud800\"\n", List.of("1:5 SYNTAX \\ud800")),
          Arguments.of("a: \u0007b\n", List.of("1:4 SYNTAX \u0007")),
          Arguments.of("a: {{ .x }}\n", List.of("1:4 SYNTAX {{ .x }}")),
          Arguments.of(
              "a:\n  b: 1\n{{- if .x }}\n  c: 2\n{{- end }}\n",
              List.of("3:1 SYNTAX {{- if .x }}", "5:1 SYNTAX {{- end }}")),
          Arguments.of("%FOO\n---\na: 1\n", List.of("1:1 SYNTAX %FOO")),
          Arguments.of("%YAML 1.2\n---\na: 1\n", List.of("1:1 SYNTAX %YAML 1.2")),
          Arguments.of("...\na: 1\n", List.of("1:1 SYNTAX ...")),
          Arguments.of(" a: 1\nb: 2\n", List.of("2:1 IGNORED b: 2")),
          Arguments.of("{a: 1}\nb: \"\\d\"\n", List.of("2:1 IGNORED b: \"\\d\"")),
          Arguments.of("a: *b\n", List.of("1:4 UNKNOWN_ALIAS *b")),
          Arguments.of("a: &x [*x]\n", List.of("1:8 BOUND *x")),
          Arguments.of(
              "a: !!int x\nb: !!bool 1\n", List.of("1:10 INVALID_VALUE x", "2:11 INVALID_VALUE 1")),
          Arguments.of("a:\n  <<: 1\n", List.of("2:7 INVALID_VALUE 1")),
          Arguments.of("a: .nan\n", List.of("1:4 NOT_JSON .nan")),
          Arguments.of("null: 1\n? [a]\n: 2\n", List.of("1:1 NOT_JSON null", "2:3 NOT_JSON [a]")),
          Arguments.of("18446744073709551615: 1\n", List.of("1:1 NOT_JSON 18446744073709551615")),
          Arguments.of(
              "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n",
              List.of("2:1 SYNTAX <<<<<<< HEAD", "4:1 SYNTAX =======")));

  @ParameterizedTest
  @FieldSource("CASES")
  void findsEachError(String text, List<String> expected) {
    assertThat(Yaml.parse(text).problems()).isEqualTo(expected);
  }

  @Test
  void findsAllErrorsOfOneText() {
    assertThat(Yaml.parse(BROKEN).problems())
        .containsExactly(
            "2:1 TAB_INDENTATION",
            "3:1 TAB_INDENTATION",
            "4:7 SYNTAX [",
            "5:8 SYNTAX \"",
            "7:7 SYNTAX *",
            "8:5 SYNTAX @",
            "9:9 SYNTAX :",
            "11:3 SYNTAX below",
            "12:11 SYNTAX {{ .Values.x }}",
            "13:10 SYNTAX \\d",
            "14:1 SYNTAX noColon",
            "15:7 UNKNOWN_ALIAS *gone",
            "16:15 INVALID_VALUE abc",
            "17:11 NOT_JSON .inf");
  }

  @Test
  void readsWhatIsLeft() {
    Yaml yaml = Yaml.parse(BROKEN);
    assertThat(((YamlMapping) yaml.root()).entries().stream().map(e -> e.keyText().orElse("")))
        .containsExactly(
            "image",
            "list",
            "after",
            "name",
            "glob",
            "at",
            "twice",
            "deeper",
            "below",
            "rendered",
            "escape",
            "noColon",
            "gone",
            "number",
            "infinite",
            "last");
    assertThat(yaml.written("image")).isEqualTo("tag: 1.2.3\n\tpolicy: Always");
    assertThat(yaml.written("list")).isEqualTo("[a, b");
    assertThat(yaml.written("after")).isEqualTo("\"open");
    assertThat(HelmJson.of(yaml.at("twice"))).isEqualTo("a: b");
    assertThat(HelmJson.of(yaml.at("image"))).isEqualTo(Map.of("tag", "1.2.3", "policy", "Always"));
  }

  @Test
  void saysWhatToDo() {
    assertThat(Yaml.parse("a: {{ .x }}\nb: *c\nd: 1\n\te: 2\n").messages())
        .containsExactly(
            "Nothing renders templates in this text, and `{{` is no valid YAML here; write the value"
                + " itself, or put it in quotes if it is rendered later.",
            "No anchor `&c` stands before this alias; a text that starts with `*` needs quotes.",
            "YAML is indented with blanks, and a tab stands here; replace it by blanks.");
  }

  @Test
  void stopsAtABoundAndSaysSo() {
    List<String> messages = Yaml.parse("a: \"\\d\"\n".repeat(500)).messages();
    assertThat(messages).hasSize(Problems.MAX + 1);
    assertThat(messages.getLast())
        .isEqualTo("More than 100 errors are in this text; the others are not shown.");
  }

  @Test
  void keepsTheIndentationThatTabsMeant() {
    Yaml yaml = Yaml.parse("c:\n\td: 3\n\te:\n\t\tf: 4\n\tg: 5\nh: 6\n");
    assertThat(HelmJson.of(yaml.at("c")))
        .isEqualTo(Map.of("d", 3.0, "e", Map.of("f", 4.0), "g", 5.0));
    assertThat(HelmJson.of(yaml.at("h"))).isEqualTo(6.0);
  }
}
