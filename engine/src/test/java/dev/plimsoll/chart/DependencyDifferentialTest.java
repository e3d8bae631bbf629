package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuesRules;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Which charts take part, and with which values, against the real Helm inside this process. */
final class DependencyDifferentialTest {

  /** What {@link HelmOracle} embeds. */
  private static final HelmVersion EMBEDDED = new HelmVersion(3, 21, 0);

  private static final Pattern PROBED = Pattern.compile("(?m)^  at-(\\S+): \"([^\"]*)\"$");

  @Property(tries = 1000, seed = "7")
  void enablesAndFeedsTheChartsThatHelmDoes(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, String> files = ChartGenerator.chart(random);
    String values = ChartGenerator.values(random);
    List<Diagnostic> diagnostics = new ArrayList<>();
    SortedMap<String, String> ours = ours(files, values, diagnostics);
    switch (helm(files, values)) {
      case Answer.Refused refused ->
          assertThat(diagnostics)
              .as(refused.message())
              .anyMatch(found -> found.rule().equals(ValuesRules.SUBCHART_VALUES_NOT_A_MAP));
      case Answer.Done done -> {
        assertThat(diagnostics)
            .noneMatch(found -> found.rule().equals(ValuesRules.SUBCHART_VALUES_NOT_A_MAP));
        assertThat(ours).as(() -> files + "\n" + values).isEqualTo(probed(done.text()));
      }
    }
  }

  private static SortedMap<String, String> ours(
      Map<String, String> files, String values, List<Diagnostic> diagnostics) {
    ChartTree tree = new ChartTree();
    files.forEach(tree::with);
    Chart chart = new ChartLoader().load(tree, "", diagnostics::add).orElseThrow();
    Layer layer = new Layer(Layer.Kind.VALUES_FILE, new SourceFile("values.yaml", values));
    MapValue user =
        LayerReader.read(YamlParser.parse(layer.file()), layer, EMBEDDED, diagnostics::add).root();
    EnabledChart enabled =
        new DependencyProcessor(EMBEDDED, new ChartDefaults(EMBEDDED, diagnostics::add)::of)
            .process(chart, user, diagnostics::add);
    MapValue effective =
        new Coalescer(EMBEDDED).coalesce(enabled.scope(), user, diagnostics::add).values();
    SortedMap<String, String> printed = new TreeMap<>();
    collect(enabled, effective, printed);
    return printed;
  }

  private static void collect(EnabledChart chart, Value values, SortedMap<String, String> printed) {
    printed.put(chart.fullPath(), JsonPrinter.print(values));
    for (EnabledChart subchart : chart.subcharts()) {
      Value own = values instanceof MapValue map ? map.entries().get(subchart.name()) : null;
      if (own != null) {
        collect(subchart, own, printed);
      }
    }
  }

  private static Answer helm(Map<String, String> files, String values) throws IOException {
    Path folder = Files.createTempDirectory("dependencies");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = folder.resolve("chart").resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      Path valuesFile = Files.writeString(folder.resolve("values.yaml"), values);
      return HelmOracle.template(folder.resolve("chart"), List.of(valuesFile), Map.of());
    } finally {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static SortedMap<String, String> probed(String rendered) {
    SortedMap<String, String> printed = new TreeMap<>();
    Matcher probe = PROBED.matcher(rendered);
    while (probe.find()) {
      printed.put(
          probe.group(1),
          new String(Base64.getDecoder().decode(probe.group(2)), StandardCharsets.UTF_8));
    }
    return printed;
  }
}
