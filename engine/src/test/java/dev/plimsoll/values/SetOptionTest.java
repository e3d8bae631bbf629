package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SetOptionTest {

  private static final String TABLE = "set-expressions.txt";

  @ParameterizedTest
  @MethodSource("recorded")
  void setsWhatHelm3Sets(String kind, String before, String argument, String helm3, String helm4) {
    assertThat(set(TestLayers.HELM_3, kind, before, argument)).isEqualTo(helm3);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void setsWhatHelm4Sets(String kind, String before, String argument, String helm3, String helm4) {
    assertThat(set(TestLayers.HELM_4, kind, before, argument))
        .isEqualTo(helm4.equals("=") ? helm3 : helm4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          SET         | a=1,b         | 1:5 | `b` has no value: a setting is `name=value`.
          SET         | a=1,b,c=2     | 1:5 | `b` has no value, and a list of settings cannot go on with a comma then.
          SET         | a={b,c        | 1:3 | The list is not closed: `}` is missing.
          SET         | a[x]=1        | 1:3 | `x` is no index of a list.
          SET         | a[-1]=1       | 1:3 | An index counts from 0, so `-1` cannot be one.
          SET         | a[65537]=1    | 1:3 | The index 65537 is greater than 65536, the greatest that Helm takes.
          SET         | a[0]b=1       | 1:5 | `b` cannot stand behind an index: `=`, `.` or `[` is expected.
          SET         | a[0           | 1:3 | The index is not closed: `]` is missing.
          SET         | a=1,a.b=2     | 1:5 | `a` is a number already, and this needs a map.
          SET         | a=1,a[0]=2    | 1:5 | `a` is a number already, and this needs a list.
          SET         | a.=1          | 1:1 | The map `a` gets no value.
          SET_FILE    | a=missing     | 1:3 | There is no file `missing`.
          SET_JSON    | a=[1,}        | 1:6 | `}` cannot stand here in JSON.
          SET_JSON    | a={           | 1:4 | The JSON ends too early.
          SET_JSON    | {"a":1}       | 1:1 | Only Helm 4 takes a whole JSON object here; Helm 3 wants `name=json` and refuses this.
          SET_LITERAL | a             | 1:1 | `a` has no value: a setting is `name=value`.
          """)
  void saysWhereInTheArgumentTheMistakeIs(
      Layer.Kind kind, String argument, String place, String message) {
    TestLayers layers = new TestLayers(TestLayers.HELM_3);
    layers.user(List.of(), TestLayers.option(kind, argument));
    assertThat(layers.reported())
        .containsExactly(kind.option() + ":" + place + " invalid-set-expression " + message);
  }

  @Test
  void boundsWhatOneOptionCreates() {
    StringBuilder argument = new StringBuilder("x=1");
    for (int i = 0; i < 20; i++) {
      argument.append(",a").append(i).append("[65535]=1");
    }
    TestLayers layers = new TestLayers(TestLayers.HELM_4);
    layers.user(List.of(), TestLayers.option(Layer.Kind.SET, argument.toString()));
    assertThat(layers.reported())
        .singleElement()
        .asString()
        .contains("More than 1,000,000 list items from one option are not created.");
  }

  @Test
  void readsNoPathOfAThousandSteps() {
    TestLayers layers = new TestLayers(TestLayers.HELM_4);
    layers.user(List.of(), TestLayers.option(Layer.Kind.SET, "a" + "[0]".repeat(100_000) + "=1"));
    layers.user(List.of(), TestLayers.option(Layer.Kind.SET_JSON, "a=" + "[".repeat(100_000)));
    assertThat(layers.diagnostics).hasSize(2);
  }

  @Test
  void knowsWhereInTheArgumentEachValueStands() {
    TestLayers layers = new TestLayers(TestLayers.HELM_4);
    MapValue values =
        layers.user(List.of(), TestLayers.option(Layer.Kind.SET, "a.b=1,c[1]={x,y\\,z}")).values();
    assertThat(layers.reported()).isEmpty();
    assertThat(TestLayers.place(TestLayers.at(values, "a"))).isEqualTo("--set:1:3 b=1");
    assertThat(TestLayers.place(TestLayers.at(values, "a.b"))).isEqualTo("--set:1:5 1");
    assertThat(TestLayers.place(TestLayers.at(values, "c[0]"))).isEqualTo("--set:1:9 1");
    assertThat(TestLayers.place(TestLayers.at(values, "c[1]"))).isEqualTo("--set:1:12 {x,y\\,z}");
    assertThat(TestLayers.place(TestLayers.at(values, "c[1][1]"))).isEqualTo("--set:1:15 y\\,z");
  }

  @Test
  void givesIntegersAndFloatsTheirGoTypes() {
    TestLayers layers = new TestLayers(TestLayers.HELM_4);
    MapValue values =
        layers
            .user(
                List.of(layers.file("f.yaml", "file: 5")),
                TestLayers.option(Layer.Kind.SET, "set=5"),
                TestLayers.option(Layer.Kind.SET_JSON, "json=5"))
            .values();
    assertThat(values.get("file")).get().extracting("content").isEqualTo(new GoScalar.Float64(5));
    assertThat(values.get("set")).get().extracting("content").isEqualTo(new GoScalar.Int64(5));
    assertThat(values.get("json")).get().extracting("content").isEqualTo(new GoScalar.Float64(5));
  }

  static Stream<String[]> recorded() throws IOException {
    try (InputStream table = SetOptionTest.class.getResourceAsStream(TABLE)) {
      assertThat(table).isNotNull();
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1));
    }
  }

  private static String set(HelmVersion version, String kind, String before, String argument) {
    TestLayers layers = new TestLayers(version);
    UserValues values =
        layers.user(
            List.of(layers.file("values.yaml", before)),
            TestLayers.option(Layer.Kind.valueOf(kind), argument));
    return layers.diagnostics.isEmpty() ? JsonPrinter.print(values.values()) : "ERROR";
  }
}
