package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CoalescerTest {

  private final TestLayers layers = new TestLayers(TestLayers.HELM_4);

  @Test
  void keepsTheWholeChainOfALeaf() {
    Coalesced coalesced =
        layers.coalesce(
            layers.chart("shop", "cache: {size: 2}", layers.chart("cache", "size: 1")),
            layers.file("base.yaml", "cache: {size: 3}"),
            layers.file("prod.yaml", "cache: {size: 4}"));
    assertThat(Chain.of(TestLayers.at(coalesced.values(), "cache.size")))
        .extracting(TestLayers::place)
        .containsExactly(
            "prod.yaml:1:15 4",
            "base.yaml:1:15 3",
            "shop/values.yaml:1:15 2",
            "cache/values.yaml:1:7 1");
    assertThat(Chain.of(TestLayers.at(coalesced.values(), "cache")))
        .extracting(TestLayers::place)
        .containsExactly(
            "prod.yaml:1:8 {size: 4}",
            "base.yaml:1:8 {size: 3}",
            "shop/values.yaml:1:8 {size: 2}",
            "cache/values.yaml:1:1 size: 1");
  }

  @Test
  void keepsTheNullThatDeletedAndWhatItDeleted() {
    Coalesced coalesced =
        layers.coalesce(
            layers.chart("shop", "a: {b: 1, c: 2}"),
            layers.file("base.yaml", "a: {b: 5}"),
            layers.file("prod.yaml", "a: {b: null}"));
    assertThat(JsonPrinter.print(coalesced.values())).isEqualTo("{\"a\":{\"c\":2}}");
    MapValue map = (MapValue) TestLayers.at(coalesced.values(), "a");
    assertThat(map.deleted()).containsOnlyKeys("b");
    assertThat(Chain.of(map.deleted().values().iterator().next()))
        .extracting(TestLayers::place)
        .containsExactly("prod.yaml:1:8 null", "base.yaml:1:8 5", "shop/values.yaml:1:8 1");
  }

  @Test
  void whatASubchartMergesIntoANestedGlobalShowsInTheParent() {
    Coalesced coalesced =
        layers.coalesce(
            layers.chart(
                "shop",
                "global: {net: {dns: {a: 1}}}",
                layers.chart("cache", "global: {net: {dns: {b: 2}, own: 3}}")));
    assertThat(JsonPrinter.print(coalesced.values()))
        .isEqualTo(
            "{\"cache\":{\"global\":{\"net\":{\"dns\":{\"a\":1,\"b\":2},\"own\":3}}},"
                + "\"global\":{\"net\":{\"dns\":{\"a\":1,\"b\":2}}}}");
  }

  @Test
  void saysWhatHelmOnlyLogs() {
    Coalesced coalesced =
        layers.coalesce(
            layers.chart(
                "shop",
                "a: {x: 1}\nb: 1\nc: {d: {x: 1}}\n",
                layers.chart("cache", "r: {x: 1}\nglobal: 5\n")),
            layers.file(
                "prod.yaml", "a: 1\nb: {x: 1}\nc: {d: 1}\ncache: {r: 2}\nglobal: {g: 1}\n"));
    assertThat(coalesced.notes())
        .extracting(note ->
            note.kind()
                + " "
                + note.path()
                + " "
                + note.winner().origin().location()
                + " over "
                + note.loser().origin().location())
        .containsExactlyInAnyOrder(
            "TABLE_OVERWRITTEN a prod.yaml:1:4 over shop/values.yaml:1:4",
            "LEAF_UNDER_TABLE b prod.yaml:2:4 over shop/values.yaml:2:4",
            "TABLE_OVERWRITTEN c.d prod.yaml:3:8 over shop/values.yaml:3:8",
            "TABLE_OVERWRITTEN cache.r prod.yaml:4:12 over cache/values.yaml:1:4",
            "LEAF_UNDER_TABLE cache.global prod.yaml:5:9 over cache/values.yaml:2:9");
  }

  @Test
  void refusesALeafForASubchartAndGoesOn() {
    Coalesced coalesced =
        layers.coalesce(
            layers.chart("shop", "a: 1", layers.chart("cache", ""), layers.chart("web", "b: 2")),
            layers.file("prod.yaml", "cache: false"));
    assertThat(layers.reported())
        .containsExactly(
            "prod.yaml:1:8 subchart-values-not-a-map `cache` is a boolean here, but `cache` is a "
                + "subchart and takes a map, so Helm stops with a type mismatch.");
    assertThat(JsonPrinter.print(coalesced.values()))
        .isEqualTo("{\"a\":1,\"cache\":false,\"web\":{\"b\":2,\"global\":{}}}");
  }

  @Test
  void givesBackWhatNobodyTouched() {
    ChartScope chart = layers.chart("shop", "big: {a: {b: 1}}\nsmall: 1\n");
    Coalesced coalesced = layers.coalesce(chart, layers.file("prod.yaml", "small: 2"));
    assertThat(coalesced.values().entries().get("big"))
        .isSameAs(chart.defaults().entries().get("big"));
  }

  @Test
  void mergingKeepsNulls() {
    ChartScope chart = layers.chart("shop", "a: 1\nb: null\n");
    MapValue user = layers.user(List.of(layers.file("prod.yaml", "a: null"))).values();
    assertThat(
            JsonPrinter.print(
                new Coalescer(TestLayers.HELM_4)
                    .merge(chart, user, layers.diagnostics::add)
                    .values()))
        .isEqualTo("{\"a\":null,\"b\":null}");
  }
}
