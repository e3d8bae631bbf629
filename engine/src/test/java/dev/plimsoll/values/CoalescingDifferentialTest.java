package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Effective values against the real Helm inside this process, over generated charts and layers. */
final class CoalescingDifferentialTest {

  /** What {@link HelmOracle} embeds. */
  private static final HelmVersion EMBEDDED = new HelmVersion(3, 21, 0);

  private static final List<String> KEYS = List.of("a", "b", "c", "global", "cache", "deep", "web");

  /** A release: a chart, and the texts of {@code -f} files. */
  record Case(GeneratedChart chart, List<String> files) {}

  @Property(tries = 1000, seed = "20")
  void givesEveryChartTheValuesThatHelmGives(@ForAll("cases") Case given) throws IOException {
    Path folder = Files.createTempDirectory("coalescing");
    try {
      given.chart().writeTo(folder.resolve("chart"));
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < given.files().size(); i++) {
        files.add(folder.resolve("values-" + i + ".yaml"));
        GeneratedChart.write(files.getLast(), given.files().get(i));
      }
      Answer answer = HelmOracle.template(folder.resolve("chart"), files, Map.of());
      List<Diagnostic> diagnostics = new ArrayList<>();
      SortedMap<String, String> ours = ours(given, diagnostics);
      switch (answer) {
        case Answer.Refused refused ->
            assertThat(diagnostics)
                .as(refused.message())
                .anyMatch(found -> found.rule().equals(ValuesRules.SUBCHART_VALUES_NOT_A_MAP));
        case Answer.Done done -> {
          assertThat(diagnostics).isEmpty();
          assertThat(ours).isEqualTo(given.chart().probed(done.text()));
        }
      }
    } finally {
      delete(folder);
    }
  }

  private static SortedMap<String, String> ours(Case given, List<Diagnostic> diagnostics) {
    ChartScope scope = given.chart().scope(EMBEDDED, diagnostics);
    List<MapValue> layers = new ArrayList<>();
    for (String file : given.files()) {
      Layer layer = new Layer(Layer.Kind.VALUES_FILE, new SourceFile("values.yaml", file));
      layers.add(
          LayerReader.read(YamlParser.parse(layer.file()), layer, EMBEDDED, diagnostics::add)
              .root());
    }
    MapValue user = layers.isEmpty() ? UserValues.NONE : UserValues.mergeAll(layers);
    Coalesced coalesced = new Coalescer(EMBEDDED).coalesce(scope, user, diagnostics::add);
    SortedMap<String, String> printed = new TreeMap<>();
    collect(given.chart(), coalesced.values(), "", printed);
    return printed;
  }

  private static void collect(
      GeneratedChart chart, Value values, String path, SortedMap<String, String> printed) {
    printed.put(path, JsonPrinter.print(values));
    for (GeneratedChart subchart : chart.subcharts()) {
      Value inner = ValuePath.ROOT.key(subchart.name()).in(values).orElse(values);
      collect(
          subchart,
          inner,
          path.isEmpty() ? subchart.name() : path + "." + subchart.name(),
          printed);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> values = map(3);
    Arbitrary<GeneratedChart> deep =
        values.map(text -> new GeneratedChart("deep", text, List.of()));
    Arbitrary<GeneratedChart> cache =
        Combinators.combine(values, deep.list().ofMaxSize(1))
            .as((text, inner) -> new GeneratedChart("cache", text, inner));
    Arbitrary<GeneratedChart> web = values.map(text -> new GeneratedChart("web", text, List.of()));
    Arbitrary<GeneratedChart> top =
        Combinators.combine(values, cache.list().ofMaxSize(1), web.list().ofMaxSize(1))
            .as((text, one, other) ->
                new GeneratedChart(
                    "top", text, Stream.concat(one.stream(), other.stream()).toList()));
    return Combinators.combine(top, values.list().ofMaxSize(3)).as(Case::new);
  }

  /** Maps over few keys, so that layers meet; keys of subcharts nearly always hold maps. */
  private static Arbitrary<String> map(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(4, "null"),
            net.jqwik.api.Tuple.of(2, "1"),
            net.jqwik.api.Tuple.of(2, "\"x\""),
            net.jqwik.api.Tuple.of(1, "2.5"),
            net.jqwik.api.Tuple.of(1, "[1, null, {\"a\": null}]"),
            net.jqwik.api.Tuple.of(1, "{}"));
    Arbitrary<String> value =
        depth == 0
            ? leaf
            : Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, leaf),
                net.jqwik.api.Tuple.of(4, Arbitraries.lazy(() -> map(depth - 1))));
    Arbitrary<String> mostlyMap =
        depth == 0
            ? leaf
            : Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, leaf),
                net.jqwik.api.Tuple.of(30, Arbitraries.lazy(() -> map(depth - 1))));
    return Arbitraries.of(KEYS)
        .flatMap(
            key -> (key.length() > 1 ? mostlyMap : value).map(text -> "\"" + key + "\": " + text))
        .list()
        .ofMinSize(0)
        .ofMaxSize(5)
        .uniqueElements(entry -> entry.substring(0, entry.indexOf(':')))
        .map(entries -> "{" + String.join(", ", entries) + "}");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
