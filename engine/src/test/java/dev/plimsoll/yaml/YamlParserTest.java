package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Where each construct stands in the text, and what it is. */
final class YamlParserTest {

  static final List<Arguments> SPANS =
      List.of(
          Arguments.of("a: b # c\n", "a", "b"),
          Arguments.of("a: 'it''s'  \n", "a", "'it''s'"),
          Arguments.of("a: \"x\\\"y\"\n", "a", "\"x\\\"y\""),
          Arguments.of("a: one\n  two\n\n  three\nb: 1\n", "a", "one\n  two\n\n  three"),
          Arguments.of("a: \"one\n  two\"\nb: 1\n", "a", "\"one\n  two\""),
          Arguments.of("a: |\n  x\n  y\n\n\nb: 1\n", "a", "|\n  x\n  y"),
          Arguments.of("a: >-  # c\n  x\n\n  y\nb: 1\n", "a", ">-  # c\n  x\n\n  y"),
          Arguments.of("a: |\nb: 1\n", "a", "|"),
          Arguments.of("a: |+\n  x\n\n", "a", "|+\n  x"),
          Arguments.of("a: |2\n    x", "a", "|2\n    x"),
          Arguments.of("a:\n  b: 1\n\n  c: 2  # x\n\nd: 3\n", "a", "b: 1\n\n  c: 2"),
          Arguments.of("a:\n- 1\n- 2\n\nb: 3\n", "a", "- 1\n- 2"),
          Arguments.of("a:\n  - 1\n  - x: 2\n    y: 3\nb: 3\n", "a", "- 1\n  - x: 2\n    y: 3"),
          Arguments.of("a:\n  - 1\n  - x: 2\n    y: 3\nb: 3\n", "a.1", "x: 2\n    y: 3"),
          Arguments.of("a: [1, {b: 2}] # x\n", "a", "[1, {b: 2}]"),
          Arguments.of("a: [1, {b: 2}] # x\n", "a.1", "{b: 2}"),
          Arguments.of("a: [1, b: 2]\n", "a.1", "b: 2"),
          Arguments.of("a: &x !!str 12\n", "a", "12"),
          Arguments.of("a: !!map &x\n  b: 1\n", "a", "b: 1"),
          Arguments.of("a: &x [1]\nb: *x\n", "b", "*x"),
          Arguments.of("? a\n: b\n", "a", "b"),
          Arguments.of("a: \uD83D\uDE00\nb: \uD83D\uDE00x\n", "b", "\uD83D\uDE00x"),
          Arguments.of("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 2\r\n", "b", "|\r\n  x\r\n  y"));

  @ParameterizedTest
  @FieldSource("SPANS")
  void coversExactlyTheNode(String text, String path, String expected) {
    Yaml yaml = Yaml.parse(text);
    assertThat(yaml.written(path)).isEqualTo(expected);
    assertThat(yaml.problems()).isEmpty();
  }

  static final List<Arguments> EMPTY =
      List.of(
          Arguments.of("a:\nb: 1\n", "a", 2),
          Arguments.of("a:   # none\n", "a", 2),
          Arguments.of("a: !!str\n", "a", 8),
          Arguments.of("a: &x\nb: 1\n", "a", 5),
          Arguments.of("-\n- 1\n", "0", 1),
          Arguments.of("? a\n? b\n", "a", 3),
          Arguments.of("{a, b: }", "a", 2),
          Arguments.of("{a, b: }", "b", 6),
          Arguments.of("[a: ]", "0.a", 3));

  @ParameterizedTest
  @FieldSource("EMPTY")
  void putsAnEmptyValueBehindItsIndicator(String text, String path, int offset) {
    assertThat(Yaml.parse(text).at(path).span()).isEqualTo(Span.at(offset));
  }

  static final List<Arguments> TEXTS =
      List.of(
          Arguments.of("a: one\n  two\n\n  three\n", "one two\nthree"),
          Arguments.of("a: \"x\\\n  y\n\n  z \\\n  \"\n", "xy\nz "),
          Arguments.of("a: '  x\n  y  '\n", "  x y  "),
          Arguments.of("a: |\n  x\n   y\n\n", "x\n y\n"),
          Arguments.of("a: |-\n  x\n\n", "x"),
          Arguments.of("a: |+\n  x\n\n", "x\n\n"),
          Arguments.of("a: >\n  x\n  y\n\n   z\n  w\n", "x y\n\n z\nw\n"),
          Arguments.of("a: |1\n  x\n", " x\n"),
          Arguments.of("a: |\r\n  x\r\n  y\r\n", "x\ny\n"),
          Arguments.of(
              "a: \"\\x41\\u00e9\\U0001F600\\t\\/\"\n".replace("\\/", "\\'"),
              "A\u00e9\uD83D\uDE00\t'"));

  @ParameterizedTest
  @FieldSource("TEXTS")
  void foldsAndUnescapes(String text, String expected) {
    assertThat(((YamlScalar) Yaml.parse(text).at("a")).text()).isEqualTo(expected);
  }

  @Test
  void keepsStylesAnchorsAndTags() {
    Yaml yaml = Yaml.parse("a: &x 'y'\nb: !!str |\n  z\nc: !<tag:x> w\nd: >\n  v\ne: \"u\"\n");
    YamlScalar a = (YamlScalar) yaml.at("a");
    assertThat(a.style()).isEqualTo(ScalarStyle.SINGLE_QUOTED);
    assertThat(a.anchor()).isEqualTo("x");
    assertThat(yaml.at("b").tag()).isEqualTo("tag:yaml.org,2002:str");
    assertThat(((YamlScalar) yaml.at("b")).style()).isEqualTo(ScalarStyle.LITERAL);
    assertThat(yaml.at("c").tag()).isEqualTo("tag:x");
    assertThat(((YamlScalar) yaml.at("d")).style()).isEqualTo(ScalarStyle.FOLDED);
    assertThat(((YamlScalar) yaml.at("e")).style()).isEqualTo(ScalarStyle.DOUBLE_QUOTED);
  }

  @Test
  void givesAnAliasTheNodeThatHadTheAnchorBeforeIt() {
    Yaml yaml = Yaml.parse("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(((YamlAlias) yaml.at("b")).target()).isSameAs(yaml.at("a"));
    assertThat(((YamlAlias) yaml.at("d")).target()).isSameAs(yaml.at("c"));
  }

  @Test
  void keepsDuplicateKeysAndUsesTheLast() {
    YamlMapping root = (YamlMapping) Yaml.parse("a: 1\na: 2\n").root();
    assertThat(root.entries()).hasSize(2);
    assertThat(root.get("a").map(HelmJson::of)).contains(2.0);
  }

  @Test
  void separatesDocuments() {
    Yaml yaml = Yaml.parse("# head\na: 1\n---\n# none\n--- # x\nb: 2\n...\n");
    List<YamlDocument> documents = yaml.file().documents();
    assertThat(documents.stream().map(d -> yaml.written(d.span())))
        .containsExactly("a: 1\n", "---\n# none\n", "--- # x\nb: 2\n...\n");
    assertThat(documents.stream().map(YamlDocument::explicitStart))
        .containsExactly(false, true, true);
    assertThat(documents.get(1).root()).isNull();
  }

  @Test
  void hasNoDocumentWithoutContent() {
    assertThat(Yaml.parse("").file().documents()).isEmpty();
    assertThat(Yaml.parse("# only\n\n").file().documents()).isEmpty();
  }

  @Test
  void findsComments() {
    Yaml yaml =
        Yaml.parse("# a\nb: 1 # c\n  # d\ne: \"# f\" #g\nh: | # i\n  # j\nk: x#y\nl: [1, # m\n 2]");
    assertThat(yaml.file().comments().stream().map(c -> yaml.written(c.span())))
        .containsExactly("# a", "# c", "# d", "#g", "# i", "# m");
    assertThat(yaml.file().comments().stream().map(YamlComment::ownLine))
        .containsExactly(true, false, true, false, false, false);
  }

  @Test
  void acceptsWhatGoAccepts() {
    assertThat(
            Yaml.parse(
                    "%YAML 1.1\n---\na:\t1\nb: [x,\t y]\nc: &x 1\nd: &x 2\ne: a:b\nf: \"g\"#h\n"
                        + "j: k\n \tl\nm: {n: o, p}\nq: '{{ r }}'\ns: x: ".replace("x: ", "x"))
                .problems())
        .isEmpty();
  }
}
