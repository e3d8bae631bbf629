package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UserValuesTest {

  private final TestLayers layers = new TestLayers(TestLayers.HELM_4);

  @Test
  void putsOptionsInHelmsOrderWhateverTheCommandLineSays() {
    UserValues user =
        layers.user(
            List.of(layers.file("one.yaml", "a: one"), layers.file("two.yaml", "a: two")),
            TestLayers.option(Layer.Kind.SET_LITERAL, "a=literal"),
            TestLayers.option(Layer.Kind.SET_FILE, "a=path"),
            TestLayers.option(Layer.Kind.SET_STRING, "a=string"),
            TestLayers.option(Layer.Kind.SET, "a=set"),
            TestLayers.option(Layer.Kind.SET_JSON, "a=\"json\""));
    assertThat(Chain.of(TestLayers.at(user.values(), "a")))
        .extracting(TestLayers::place)
        .containsExactly(
            "--set-literal:1:3 literal",
            "--set-file:1:3 path",
            "--set-string:1:3 string",
            "--set:1:3 set",
            "--set-json:1:3 \"json\"",
            "two.yaml:1:4 two",
            "one.yaml:1:4 one");
    assertThat(user.layers())
        .extracting(layer -> layer.layer().label())
        .containsExactly(
            "one.yaml",
            "two.yaml",
            "--set-json a=\"json\"",
            "--set a=set",
            "--set-string a=string",
            "--set-file a=path",
            "--set-literal a=literal");
  }

  @Test
  void aMergedMapKnowsEachMapAsItsLayerHasIt() {
    UserValues user =
        layers.user(
            List.of(
                layers.file("one.yaml", "a: {b: 1, c: 1}"),
                layers.file("two.yaml", "a: {c: 2, d: null}")),
            TestLayers.option(Layer.Kind.SET, "a.e=3"));
    MapValue merged = (MapValue) TestLayers.at(user.values(), "a");
    assertThat(JsonPrinter.print(merged)).isEqualTo("{\"b\":1,\"c\":2,\"d\":null,\"e\":3}");
    assertThat(Chain.of(merged))
        .extracting(JsonPrinter::print)
        .containsExactly("{\"e\":3}", "{\"c\":2,\"d\":null}", "{\"b\":1,\"c\":1}");
  }

  @Test
  void aListThatAnOptionChangesKeepsTheFilesItems() {
    UserValues user =
        layers.user(
            List.of(layers.file("one.yaml", "a:\n  - x: 1\n  - y")),
            TestLayers.option(Layer.Kind.SET, "a[1]=z,a[0].w=2"));
    assertThat(JsonPrinter.print(user.values())).isEqualTo("{\"a\":[{\"w\":2,\"x\":1},\"z\"]}");
    assertThat(TestLayers.place(TestLayers.at(user.values(), "a[0].x")))
        .isEqualTo("one.yaml:2:8 1");
    assertThat(Chain.of(TestLayers.at(user.values(), "a[1]")))
        .extracting(TestLayers::place)
        .containsExactly("--set:1:6 z", "one.yaml:3:5 y");
  }

  @Test
  void nobodysValuesArePartOfNoChain() {
    Coalesced coalesced = layers.coalesce(layers.chart("shop", "a: 1"));
    assertThat(TestLayers.place(coalesced.values())).isEqualTo("shop/values.yaml:1:1 a: 1");
    assertThat(coalesced.values().shadowed()).isEmpty();
  }
}
