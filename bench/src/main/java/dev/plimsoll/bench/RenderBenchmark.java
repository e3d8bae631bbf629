package dev.plimsoll.bench;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.ChartLoader;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.estate.Estate;
import dev.plimsoll.estate.EstateRender;
import dev.plimsoll.estate.EstateSize;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.HelmOutput;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOptions;
import dev.plimsoll.render.RenderSources;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.UserValues;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One release with a whole chart, a library and a subchart, beside the real Helm in the same
 * process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class RenderBenchmark {

  /** helm-java has a Helm of this generation. */
  private static final HelmVersion HELM = new HelmVersion(3, 21, 0);

  private Path root = Path.of("");
  private EstateRender release = new EstateRender("", "", "", "", List.of(), Map.of());
  private @Nullable Loaded loaded;

  /** What a process keeps that has rendered the release before. */
  private record Loaded(ChartRenderer renderer, EnabledChart chart, Coalesced values) {}

  /** Writes an estate, and makes sure that all give the same text. */
  @Setup
  public void write() throws IOException {
    root = Files.createTempDirectory("estate");
    release = Estate.write(root, EstateSize.USUAL).getFirst();
    loaded = load();
    String expected = helmJava().strip();
    for (String text : List.of(tracked(), plain(), fromFiles())) {
      if (!text.strip().equals(expected)) {
        throw new IllegalStateException("Not what Helm renders:\n" + text);
      }
    }
  }

  /** The real Helm, which reads all files each time. */
  @Benchmark
  public String helmJava() {
    TemplateCommand command =
        new Helm(root.resolve(release.chart()))
            .template()
            .withName(release.release())
            .withNamespace(release.namespace());
    release.values().forEach(file -> command.withValuesFile(root.resolve(file)));
    release.set().forEach(command::set);
    return command.call();
  }

  /** Ours doing the same: chart, values files and templates are read each time. */
  @Benchmark
  public String fromFiles() throws IOException {
    return render(load(), false);
  }

  /** Ours with origins, where everything is read: what {@code check} does for each release. */
  @Benchmark
  public String tracked() {
    return render(Objects.requireNonNull(loaded), true);
  }

  /** The same without origins. */
  @Benchmark
  public String plain() {
    return render(Objects.requireNonNull(loaded), false);
  }

  private String render(Loaded from, boolean isTracked) {
    RenderOptions options =
        RenderOptions.of(
                ReleaseOptions.install(release.release(), release.namespace()),
                Capabilities.of(HELM),
                RenderSources.real())
            .withTracking(isTracked);
    return switch (from.renderer().render(from.chart(), from.values(), options)) {
      case RenderedChart chart -> HelmOutput.of(chart, PrintOptions.DEFAULT).orElseThrow().text();
      case RenderFailure failure -> throw new IllegalStateException(failure.toString());
    };
  }

  private Loaded load() throws IOException {
    FileTree files = new DiskFileTree(root, List.of());
    Chart chart = new ChartLoader().load(files, release.chart(), _ -> {}).orElseThrow();
    List<LayerValues> layers = new ArrayList<>();
    for (String path : release.values()) {
      if (files.read(path) instanceof FileContent.Text(SourceFile file)) {
        Layer layer = new Layer(Layer.Kind.VALUES_FILE, file);
        layers.add(LayerReader.read(YamlParser.parse(file), layer, HELM, _ -> {}));
      }
    }
    List<Layer> set = new ArrayList<>();
    release
        .set()
        .forEach((path, value) ->
            set.add(new Layer(Layer.Kind.SET, new SourceFile("--set", path + "=" + value))));
    UserValues user = UserValues.merge(layers, set, files::read, HELM, _ -> {});
    EnabledChart enabled =
        new DependencyProcessor(HELM, new ChartDefaults(HELM, _ -> {})::of)
            .process(chart, user.values(), _ -> {});
    Coalesced values = new Coalescer(HELM).coalesce(enabled.scope(), user.values(), _ -> {});
    return new Loaded(new ChartRenderer(HELM), enabled, values);
  }
}
