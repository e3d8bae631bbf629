package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueHistoryTest {

  private final TestLayers layers = new TestLayers(TestLayers.HELM_4);

  @Test
  void listsTheWinnerAndThenTheLosers() {
    assertThat(history("replicas"))
        .containsExactly(
            "WON --set replicas=9 --set:1:10 9",
            "LOST prod.yaml prod.yaml:1:11 5",
            "LOST shop/values.yaml shop/values.yaml:1:11 1");
  }

  @Test
  void listsEachMapThatWasMerged() {
    assertThat(history("image"))
        .containsExactly(
            "MERGED prod.yaml prod.yaml:2:8 {\"tag\":null}",
            "MERGED shop/values.yaml shop/values.yaml:2:8 {\"name\":\"shop\",\"tag\":\"1\"}");
  }

  @Test
  void tellsWhoDeleted() {
    assertThat(history("image.tag"))
        .containsExactly(
            "DELETED prod.yaml prod.yaml:2:14 null",
            "DELETED shop/values.yaml shop/values.yaml:2:26 \"1\"");
  }

  @Test
  void findsWhatStandsInADroppedMapOrList() {
    assertThat(history("ports[1]"))
        .containsExactly("LOST shop/values.yaml shop/values.yaml:3:12 2");
    assertThat(history("mode.strict"))
        .containsExactly("LOST shop/values.yaml shop/values.yaml:4:16 true");
  }

  @Test
  void isEmptyWhereNobodySaysAnything() {
    assertThat(history("nothing.here")).isEmpty();
  }

  private List<String> history(String path) {
    ChartScope chart =
        layers.chart(
            "shop",
            "replicas: 1\nimage: {name: shop, tag: \"1\"}\nports: [1, 2]\nmode: {strict: true}\n");
    UserValues user =
        layers.user(
            List.of(
                layers.file(
                    "prod.yaml", "replicas: 5\nimage: {tag: null}\nports: [3]\nmode: off\n")),
            TestLayers.option(Layer.Kind.SET, "replicas=9"));
    MapValue values =
        new Coalescer(TestLayers.HELM_4)
            .coalesce(chart, user.values(), layers.diagnostics::add)
            .values();
    return ValueHistory.of(values, ValuePath.parse(path).orElseThrow()).entries().stream()
        .map(entry ->
            entry.state()
                + " "
                + entry.layer().label()
                + " "
                + entry.location()
                + " "
                + JsonPrinter.print(entry.value()))
        .toList();
  }
}
