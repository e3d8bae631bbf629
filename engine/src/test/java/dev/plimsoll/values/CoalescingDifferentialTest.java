package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.FileContent;
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
import net.jqwik.api.Tuple;

/** Effective values against the real Helm inside this process, over generated charts and layers. */
final class CoalescingDifferentialTest {

  /** What {@link HelmOracle} embeds. */
  private static final HelmVersion EMBEDDED = new HelmVersion(3, 21, 0);

  private static final List<String> KEYS = List.of("a", "b", "c", "global", "cache", "deep", "web");

  /**
   * A release.
   *
   * @param files the texts of {@code -f} files
   * @param set the argument of {@code --set}; empty for none
   */
  record Case(GeneratedChart chart, List<String> files, String set) {}

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
      // Helm-java quotes values but not names: all but the last value goes into a name.
      Map<String, String> settings =
          given.set().isEmpty() ? Map.of() : Map.of(given.set() + ",last", "1");
      Answer answer = HelmOracle.template(folder.resolve("chart"), files, settings);
      List<Diagnostic> diagnostics = new ArrayList<>();
      SortedMap<String, String> ours = ours(given, diagnostics);
      switch (answer) {
        case Answer.Refused refused ->
            assertThat(diagnostics)
                .as(refused.message())
                .extracting(Diagnostic::rule)
                .contains(
                    refused.message().contains("failed parsing --set")
                        ? ValuesRules.INVALID_SET_EXPRESSION
                        : ValuesRules.SUBCHART_VALUES_NOT_A_MAP);
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
    List<LayerValues> files = new ArrayList<>();
    for (String file : given.files()) {
      Layer layer = new Layer(Layer.Kind.VALUES_FILE, new SourceFile("values.yaml", file));
      files.add(
          LayerReader.read(YamlParser.parse(layer.file()), layer, EMBEDDED, diagnostics::add));
    }
    List<Layer> options =
        given.set().isEmpty()
            ? List.of()
            : List.of(new Layer(Layer.Kind.SET, new SourceFile("--set", given.set() + ",last=1")));
    MapValue user =
        UserValues.merge(
                files, options, path -> new FileContent.Missing(), EMBEDDED, diagnostics::add)
            .values();
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
    return Combinators.combine(top, values.list().ofMaxSize(3), settings()).as(Case::new);
  }

  /** Up to three settings, of which some meet something that they cannot go through. */
  private static Arbitrary<String> settings() {
    Arbitrary<String> name =
        Arbitraries.of(
            "a", "b", "c", "cache", "deep", "web", "global", "[0]", "[1]", "[2]", "x\\.y");
    Arbitrary<String> names =
        name.list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(parts -> String.join(".", parts).replace(".[", "["));
    Arbitrary<String> value =
        Arbitraries.of(
            "1", "x", "null", "true", "007", "", "{a,1}", "{}", "x\\,y", "-5", "1.5", "NULL", "é");
    Arbitrary<String> setting =
        Combinators.combine(names, value).as((path, text) -> path + "=" + text);
    return setting.list().ofMaxSize(3).map(list -> String.join(",", list));
  }

  /** Maps over few keys, so that layers meet; keys of subcharts nearly always hold maps. */
  private static Arbitrary<String> map(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.frequency(
            Tuple.of(4, "null"),
            Tuple.of(2, "1"),
            Tuple.of(2, "\"x\""),
            Tuple.of(1, "2.5"),
            Tuple.of(1, "[1, null, {\"a\": null}]"),
            Tuple.of(1, "{}"));
    Arbitrary<String> value =
        depth == 0
            ? leaf
            : Arbitraries.frequencyOf(
                Tuple.of(5, leaf), Tuple.of(4, Arbitraries.lazy(() -> map(depth - 1))));
    Arbitrary<String> mostlyMap =
        depth == 0
            ? leaf
            : Arbitraries.frequencyOf(
                Tuple.of(1, leaf), Tuple.of(30, Arbitraries.lazy(() -> map(depth - 1))));
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
