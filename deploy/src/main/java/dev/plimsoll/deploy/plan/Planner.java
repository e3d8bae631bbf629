package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.project.DeploySettings;
import dev.plimsoll.project.Environment;
import dev.plimsoll.render.HelmOutput;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.YamlPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Makes plans. */
public final class Planner {

  private final PlanRequest request;
  private final Map<String, byte[]> files = new TreeMap<>();

  public Planner(PlanRequest request) {
    this.request = request;
  }

  /**
   * Makes a plan in a folder.
   *
   * @throws IOException if the chart cannot be read as a whole, or the folder not be written
   */
  public PlanFolder make(Path folder) throws IOException, ClusterFailure {
    ReleaseInstance instance = request.instance();
    RenderedChart chart =
        instance.rendered().orElseThrow(() -> new IOException("Helm cannot render the release"));
    String rendered =
        HelmOutput.of(chart, PrintOptions.DEFAULT).map(text -> text.text()).orElse("");
    String earlier = request.live().map(ReleaseRevision::manifest).orElse("");
    Mask mask = Mask.of(List.of(rendered, earlier), secrets());
    LiveDiff diff =
        new LiveDiff(request.cluster(), request.resources(), instance.namespace(), mask);
    List<ObjectChange> changes = diff.compute(earlier, rendered);
    files.put(
        PlanFolder.CHART,
        request.archive().isPresent()
            ? request.archive().get()
            : ChartArchive.of(instance.chart()));
    put(PlanFolder.RENDERED, rendered);
    String definitions = HelmOutput.definitions(chart);
    if (request.live().isEmpty() && !definitions.isEmpty()) {
      put(PlanFolder.DEFINITIONS, definitions);
    }
    put(
        PlanFolder.DIAGNOSTICS,
        Json.canonical(new PlanDiagnostics(request.result(), instance, mask).toJson()));
    put(PlanFolder.SETTINGS, Json.canonical(Settings.toJson(settings())));
    List<String> arguments = new ArrayList<>();
    List<String> values = layers(instance, arguments);
    return PlanFolder.write(
        folder,
        plan(
            instance,
            changes,
            Risks.of(changes, rendered),
            diff.createsNamespace(),
            values,
            arguments),
        files);
  }

  private Plan plan(
      ReleaseInstance instance,
      List<ObjectChange> changes,
      List<String> risks,
      boolean createsNamespace,
      List<String> values,
      List<String> arguments) {
    return new Plan(
        request.cluster().clock().now(),
        request.author(),
        request.commit(),
        instance.cell().environment(),
        profile(instance),
        instance.cell().cluster(),
        instance.name(),
        instance.namespace(),
        request.identity(),
        request.helm().version(),
        instance.chart().name()
            + "-"
            + instance.chart().metadata().version().map(Located::value).orElse("0"),
        request
            .live()
            .map(live ->
                new Plan.LiveRelease(live.revision(), live.status(), live.chart(), live.digest())),
        createsNamespace,
        needs(instance),
        values,
        arguments,
        changes,
        risks,
        Map.of());
  }

  /** What rules have recognised, and what the live release has where values are encrypted. */
  private Set<String> secrets() {
    Set<String> secrets = new TreeSet<>(PlanDiagnostics.secrets(request.result()));
    JsonNode config =
        request.live().map(live -> live.content().path("config")).orElse(Json.object());
    for (LayerValues layer : request.instance().layers()) {
      if (SealedValues.isSealed(layer)) {
        secrets.addAll(SealedValues.texts(layer, config));
      }
    }
    return secrets;
  }

  /** The helmfile's `needs` without the contexts, which are another matter of the plan. */
  private static List<String> needs(ReleaseInstance instance) {
    return instance.helmfile().stream()
        .flatMap(release -> release.needs().stream())
        .map(need -> need.value())
        .map(id -> id.substring(id.lastIndexOf('/', id.lastIndexOf('/') - 1) + 1))
        .toList();
  }

  private DeploySettings settings() {
    return request
        .result()
        .project()
        .file()
        .map(file -> DeploySettings.of(file, _ -> {}))
        .orElse(DeploySettings.NONE);
  }

  private String profile(ReleaseInstance instance) {
    return request.result().project().environments().stream()
        .filter(each -> each.name().value().equals(instance.cell().environment()))
        .findFirst()
        .map(Environment::profile)
        .map(profile -> profile.name().toLowerCase(Locale.ROOT))
        .orElse("production");
  }

  /** Freezes every layer as it is; options stay options, as Helm types their values otherwise. */
  private List<String> layers(ReleaseInstance instance, List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (LayerValues layer : instance.layers()) {
      Layer.Kind kind = layer.layer().kind();
      if (kind.isOption()) {
        arguments.add(kind.option());
        arguments.add(layer.layer().file().text());
        continue;
      }
      String name = "values/%02d.yaml".formatted(names.size() + 1);
      put(name, text(layer));
      names.add(name);
      if (SealedValues.isSealed(layer)) {
        put(SealedValues.tokens(name), SealedValues.first(layer));
        put(SealedValues.otherTokens(name), SealedValues.second(layer));
      }
    }
    return names;
  }

  private static String text(LayerValues layer) {
    Optional<String> written = layer.yaml().map(yaml -> yaml.source().text());
    return written.orElseGet(() -> YamlPrinter.print(layer.root()));
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
