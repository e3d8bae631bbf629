package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayerReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a: 1\\n---\\nb: 2\\n'                     | '{"a":1}'       | '{"a":1,"b":2}'
          '# c\\n---\\nb: 2\\n---\\nb: {c: 1}\\n'    | '{"b":2}'       | '{"b":{"c":1}}'
          '---\\n---\\nb: 2\\n'                      | '{}'            | '{"b":2}'
          'a: 1\\n--- # c\\nb: 2\\n'                 | '{"a":1}'       | '{"a":1,"b":2}'
          'a: 1\\n...\\n---\\nb: 2\\n'               | '{"a":1}'       | '{"a":1,"b":2}'
          'a: 1\\n---\\n~\\n---\\nb: null\\n'        | '{"a":1}'       | '{"a":1,"b":null}'
          'a: 1\\r\\n---\\r\\nb: 2\\r\\n'            | '{"a":1}'       | '{"a":1,"b":2}'
          ''                                         | '{}'            | '{}'
          '# nothing\\n'                             | '{}'            | '{}'
          'null\\n'                                  | '{}'            | '{}'
          """)
  void readsTheDocumentsThatEachHelmReads(String text, String helm3, String helm4) {
    assertThat(json(TestLayers.HELM_3, text)).isEqualTo(helm3);
    assertThat(json(TestLayers.HELM_4, text)).isEqualTo(helm4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'on: 1\\n2: b\\n1.5: c\\n~: d\\n'          | '{"1.5":"c","2":"b","true":1}'
          'a: 0o17\\nb: 017\\nc: 0x1F\\nd: 1_000\\n' | '{"a":15,"b":15,"c":31,"d":1000}'
          'a: 9007199254740993\\n'                   | '{"a":9007199254740992}'
          'a: 18446744073709551615\\n'               | '{"a":18446744073709552000}'
          'a: 2001-01-01\\nb: 12:30\\n'              | '{"a":"2001-01-01","b":"12:30"}'
          'a: !!binary aGk=\\n'                      | '{"a":"hi"}'
          'a: 1\\na: {b: 1}\\na: {c: 2}\\n'          | '{"a":{"c":2}}'
          'x: &x {a: 1}\\nz: {a: 2, <<: *x, b: 3}\\n' | '{"x":{"a":1},"z":{"a":1,"b":3}}'
          'z: {<<: [{a: 1}, {a: 2, b: 2}], c: 3}\\n' | '{"z":{"a":1,"b":2,"c":3}}'
          """)
  void givesWhatJsonMakesOfYaml(String text, String json) {
    assertThat(json(TestLayers.HELM_3, text)).isEqualTo(json);
  }

  @Test
  void anAliasStandsWhereItIsWrittenAndItsContentAtTheAnchor() {
    TestLayers layers = new TestLayers(TestLayers.HELM_3);
    MapValue root = layers.file("f.yaml", "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n").root();
    assertThat(TestLayers.place(TestLayers.at(root, "c"))).isEqualTo("f.yaml:3:4 *x");
    assertThat(TestLayers.place(TestLayers.at(root, "c.b"))).isEqualTo("f.yaml:2:6 1");
    assertThat(TestLayers.place(TestLayers.at(root, "d.b"))).isEqualTo("f.yaml:2:6 1");
    assertThat(TestLayers.at(root, "c").origin().keyLocation()).hasToString("f.yaml:3:1");
  }

  @Test
  void refusesWhatIsNoMap() {
    TestLayers layers = new TestLayers(TestLayers.HELM_4);
    layers.file("list.yaml", "# c\n- 1\n");
    layers.file("second.yaml", "a: 1\n---\ntext\n");
    assertThat(layers.reported())
        .containsExactly(
            "list.yaml:2:1 values-not-a-map The top level of values must be a map and this is a "
                + "list, so Helm refuses the file.",
            "second.yaml:3:1 values-not-a-map The top level of values must be a map and this is "
                + "text, so Helm refuses the file.");
  }

  @Test
  void refusesTextBehindASeparatorForHelm4Only() {
    String text = "a: 1\n--- {b: 2}\n";
    TestLayers helm3 = new TestLayers(TestLayers.HELM_3);
    helm3.file("f.yaml", text);
    assertThat(helm3.reported()).isEmpty();
    TestLayers helm4 = new TestLayers(TestLayers.HELM_4);
    helm4.file("f.yaml", text);
    helm4.file("directive.yaml", "%YAML 1.1\n---\na: 1\n");
    assertThat(helm4.diagnostics)
        .extracting(found -> found.rule().value() + " " + found.location())
        .containsExactly(
            "invalid-document-separator f.yaml:2:1",
            "invalid-document-separator directive.yaml:1:1");
  }

  @Test
  void aDocumentThatHelm3NeverReadsIsNoReasonToRefuse() {
    LayerValues broken = new TestLayers(TestLayers.HELM_3).file("f.yaml", "a: 1\n---\nb: .inf\n");
    assertThat(LayerReader.refusedFor(broken.yaml().orElseThrow(), TestLayers.HELM_3)).isEmpty();
    assertThat(LayerReader.refusedFor(broken.yaml().orElseThrow(), TestLayers.HELM_4)).isNotEmpty();
  }

  @Test
  void doesNotExpandAliasesThatMultiply() {
    StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
    for (int i = 1; i < 60; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    MapValue root = new TestLayers(TestLayers.HELM_4).file("f.yaml", text.toString()).root();
    assertThat(root.entries()).isEmpty();
  }

  private static String json(HelmVersion version, String escaped) {
    TestLayers layers = new TestLayers(version);
    String text = escaped.translateEscapes();
    String json = JsonPrinter.print(layers.file("f.yaml", text).root());
    assertThat(layers.reported()).isEmpty();
    return json;
  }
}
