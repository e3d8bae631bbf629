package dev.plimsoll.render;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.ChartLoader;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.origin.Dependencies;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Control;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.UserValues;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks real Helm whether origins are true: one leaf of the values is changed at a time, and the
 * fields of the rendered objects that change must be those whose origin names that leaf.
 */
final class OriginTruth {

  /** The version that {@link HelmOracle} embeds. */
  private static final HelmVersion HELM = new HelmVersion(3, 21, 0);

  private static final String KUBERNETES = "v1.36.0";

  private static final KubeVersion KUBE = KubeVersion.parse(KUBERNETES, HELM).orElseThrow();

  private final Path chart;
  private final List<Path> valuesFiles;
  private final Path scratch;
  private final Figures figures;
  private final Map<String, RenderedDocument> documents = new HashMap<>();
  private final Map<String, RenderedTemplate> templates = new HashMap<>();
  private final Map<RenderedTemplate, OriginFinder> finders = new HashMap<>();
  private Map<String, String> before = Map.of();
  private Map<String, List<String>> names = Map.of();

  /**
   * @param valuesFiles as with {@code --values}, below the mutations
   * @param scratch a folder for the mutated values
   */
  OriginTruth(Path chart, List<Path> valuesFiles, Path scratch, Figures figures) {
    this.chart = chart;
    this.valuesFiles = List.copyOf(valuesFiles);
    this.scratch = scratch;
    this.figures = figures;
  }

  /** What was found over all charts. */
  static final class Figures {
    int charts;
    int renders;
    int notRendered;
    int random;
    int leaves;
    int refused;
    int changed;
    int exact;
    int approximate;
    final List<String> wrong = new ArrayList<>();
    final Map<String, Integer> vague = new TreeMap<>();

    @Override
    public String toString() {
      return ("%d charts, %d renders (%d more refused by Helm, %d random): %d leaves mutated, "
              + "%d refused by Helm, %d fields changed: %d exact, %d approximate, %d wrong")
          .formatted(
              charts,
              renders,
              notRendered,
              random,
              leaves,
              refused,
              changed,
              exact,
              approximate,
              wrong.size());
    }
  }

  /** Mutates leaves of a chart's values, unless the chart cannot be rendered at all. */
  void run(LeafSample sample) throws IOException {
    DiskFileTree tree = new DiskFileTree(chart, List.of());
    Chart loaded = new ChartLoader().load(tree, "", diagnostic -> {}).orElse(null);
    if (loaded == null) {
      figures.notRendered++;
      return;
    }
    ChartDefaults defaults = new ChartDefaults(HELM, diagnostic -> {});
    MapValue user = user();
    EnabledChart enabled =
        new DependencyProcessor(HELM, defaults::of).process(loaded, user, diagnostic -> {});
    Coalesced values = new Coalescer(HELM).coalesce(enabled.scope(), user, diagnostic -> {});
    RenderOutcome outcome = new ChartRenderer(HELM).render(enabled, values, options());
    String real = helm(valuesFiles);
    if (!(outcome instanceof RenderedChart rendered) || real == null) {
      figures.notRendered++;
      return;
    }
    if (!rendered.nonDeterminism().isEmpty()) {
      figures.random++;
      return;
    }
    figures.renders++;
    collect(rendered);
    before = RenderedFields.of(real, Map.of());
    names = RenderedFields.names(real);
    String name = chart.getFileName() + " " + valuesFiles;
    for (LeafMutation mutation : sample.of(LeafMutation.all(values.values()), name)) {
      judge(mutation);
    }
  }

  private MapValue user() throws IOException {
    List<LayerValues> layers = new ArrayList<>();
    for (Path path : valuesFiles) {
      SourceFile file = new SourceFile(path.toString(), Files.readString(path));
      Layer layer = new Layer(Layer.Kind.VALUES_FILE, file);
      layers.add(LayerReader.read(YamlParser.parse(file), layer, HELM, diagnostic -> {}));
    }
    return UserValues.merge(
            layers, List.of(), path -> new FileContent.Missing(), HELM, diagnostic -> {})
        .values();
  }

  private static RenderOptions options() {
    return new RenderOptions(
        ReleaseOptions.install("release-name", "default"),
        Capabilities.of(HELM).withKube(KUBE),
        false,
        true,
        false,
        false,
        RenderSources.fixed(),
        EvaluationLimits.DEFAULT);
  }

  private @Nullable String helm(List<Path> files) {
    return switch (HelmOracle.template(chart, files, KUBERNETES)) {
      case HelmOracle.Answer.Done(String text) -> text;
      case HelmOracle.Answer.Refused _ -> null;
    };
  }

  private void collect(RenderedChart rendered) {
    rendered.templates().forEach(template -> templates.put(template.name(), template));
    Map<String, Integer> counts = new HashMap<>();
    for (Manifest manifest : rendered.manifests()) {
      RenderedDocument document = new RenderedDocument(manifest);
      String key = RenderedFields.document(manifest.source(), manifest.head().kind(), counts);
      documents.put(key, document);
      finders.computeIfAbsent(manifest.template(), template -> new OriginFinder(template.text()));
    }
  }

  private void judge(LeafMutation mutation) throws IOException {
    figures.leaves++;
    Path file = scratch.resolve("mutation.yaml");
    Files.writeString(file, mutation.overlay());
    List<Path> files = new ArrayList<>(valuesFiles);
    files.add(file);
    String real = helm(files);
    if (real == null) {
      figures.refused++;
      return;
    }
    Map<String, String> after = RenderedFields.of(real, names);
    before.forEach((field, value) -> {
      if (!value.equals(after.get(field))) {
        count(mutation, field, changed(mutation, field));
      } else if (claims(mutation, field)) {
        figures.wrong.add(mutation.path() + " is said to be " + field + ", which stays");
      }
    });
    after.forEach((field, value) -> {
      if (!before.containsKey(field)) {
        count(mutation, field, added(mutation, field));
      }
    });
  }

  /** How well an origin names a leaf. */
  private enum Truth {
    EXACT,
    APPROXIMATE,
    WRONG
  }

  private void count(LeafMutation mutation, String field, Truth truth) {
    figures.changed++;
    switch (truth) {
      case EXACT -> figures.exact++;
      case APPROXIMATE -> {
        figures.approximate++;
        figures.vague.merge(mutation.path() + " of " + chart.getFileName(), 1, Integer::sum);
      }
      case WRONG ->
          figures.wrong.add(mutation.path() + " changes " + field + " of " + chart.getFileName());
    }
  }

  private Truth changed(LeafMutation mutation, String field) {
    RenderedFields.Place place = RenderedFields.place(field);
    RenderedDocument document = documents.get(place.document());
    RenderedDocument.@Nullable Found found = document == null ? null : document.find(place.path());
    if (document == null || found == null || !found.isWhole()) {
      return Truth.WRONG;
    }
    for (Span span : List.of(found.span(), found.key())) {
      Dependencies dependencies = finder(document).dependencies(span);
      if (names(dependencies.data(), mutation) || names(dependencies.control(), mutation)) {
        return Truth.EXACT;
      }
    }
    return names(finder(document).dependencies(document.span()).control(), mutation)
        ? Truth.APPROXIMATE
        : Truth.WRONG;
  }

  /** A field that is new: a condition kept it out, or a text that is parsed anew has more keys. */
  private Truth added(LeafMutation mutation, String field) {
    RenderedFields.Place place = RenderedFields.place(field);
    RenderedDocument document = documents.get(place.document());
    if (document == null) {
      // A whole object: a condition in its template kept it out.
      RenderedTemplate template = templates.get(place.document().split("#", 2)[0]);
      return template != null && decides(template, mutation) ? Truth.EXACT : Truth.APPROXIMATE;
    }
    RenderedDocument.Found parent = document.nearest(place.path());
    OriginFinder finder = finder(document);
    boolean exact =
        finder
            .ofMissing(parent.span(), parent.missing())
            .flatMap(SpanOrigin::valuesNode)
            .filter(node -> isAt(node, mutation))
            .isPresent();
    Dependencies around = finder.dependencies(parent.span());
    if (exact || names(around.data(), mutation)) {
      return Truth.EXACT;
    }
    return decides(document.manifest().template(), mutation) ? Truth.APPROXIMATE : Truth.WRONG;
  }

  private static boolean decides(RenderedTemplate template, LeafMutation mutation) {
    for (Control control : template.text().controls()) {
      if (names(control.tested().data(), mutation) || names(control.tested().control(), mutation)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the end of a leaf, which is what changes, is said to stand in a field as it is. */
  private boolean claims(LeafMutation mutation, String field) {
    RenderedFields.Place place = RenderedFields.place(field);
    RenderedDocument document = documents.get(place.document());
    RenderedDocument.@Nullable Found found = document == null ? null : document.find(place.path());
    if (document == null || found == null || !found.isWhole()) {
      return false;
    }
    for (Run run : document.manifest().template().text().runs()) {
      boolean inside = run.start() < found.span().end() && found.span().start() < run.end();
      if (inside
          && run.isVerbatim()
          && run.end() > run.start()
          && run.trace().direct() instanceof ValuesNode node
          && isAt(node, mutation)
          && reachesEnd(run, node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reachesEnd(Run run, ValuesNode node) {
    return !(node.value() instanceof ScalarValue(GoScalar.Text(String content), _, _))
        || run.offset() + run.end() - run.start() == content.length();
  }

  private OriginFinder finder(RenderedDocument document) {
    return finders.computeIfAbsent(
        document.manifest().template(), template -> new OriginFinder(template.text()));
  }

  private static boolean names(Set<Source> sources, LeafMutation mutation) {
    for (Source source : sources) {
      boolean named =
          switch (source) {
            case ValuesNode node -> isAt(node, mutation);
            case Source.ValuesKey(ValuesNode node) -> isAt(node, mutation);
            case Source.MissingKey _, Source.ChartText _, Source.BuiltIn _, Source.Environment _ ->
                false;
          };
      if (named) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(ValuesNode node, LeafMutation mutation) {
    return node.origin().equals(mutation.origin());
  }

  /** The values files to try a chart with: none, and each that is there to test it. */
  static List<List<Path>> valuesFiles(Path chart) throws IOException {
    List<List<Path>> sets = new ArrayList<>();
    sets.add(List.of());
    Path estate = chart.resolve("../../environments");
    for (Path folder : List.of(chart.resolve("ci"), estate.normalize())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          found
              .filter(path -> path.toString().endsWith("values.yaml"))
              .sorted()
              .forEach(path -> sets.add(List.of(path)));
        }
      }
    }
    return sets;
  }

  /** Every chart folder below {@code root}, or the root itself if it is one. */
  static List<Path> charts(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      return found
          .filter(path -> path.endsWith("Chart.yaml"))
          .map(path -> path.toAbsolutePath().getParent())
          .filter(path -> path != null && !path.toString().contains("/charts/shop/charts/"))
          .sorted()
          .toList();
    }
  }
}
