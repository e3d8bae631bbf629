package dev.plimsoll.defects;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.render.LeafMutation;
import dev.plimsoll.values.MapValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plants mistakes in one chart and its values. */
final class ChartRun {

  static final String DECIDED = "diagnostics whose field a value decides";
  static final String EXACT = "... of these at the value";
  static final String PLANTED = "mistakes planted in values";
  static final String FOUND_THERE = "... of these found at the planted value";

  /** The kinds that the rules miss that are about a switch. */
  private static final Map<String, String> MISSING_KINDS =
      Map.of(
          "missing-disruption-budget", "PodDisruptionBudget",
          "unmonitored-release", "ServiceMonitor");

  /** The rules about where Helm puts objects and about what templates write of ConfigMaps. */
  private static final Set<String> OF_RELEASES =
      Set.of(
          "default-namespace", "config-change-without-restart", "mounted-config-without-restart");

  private final String name;
  private final PlantedEstate estate;
  private final PeerTools peers;
  private final Figures figures;

  ChartRun(Path chart, PlantedEstate estate, PeerTools peers, Figures figures) {
    this.name = String.valueOf(chart.getFileName());
    this.estate = estate;
    this.peers = peers;
    this.figures = figures;
  }

  /** Leaves out what cannot be rendered, and what has more leaves than the bound. */
  void run(int mostLeaves) throws IOException, InterruptedException {
    Optional<String> rendered = estate.helm();
    Optional<ReleaseInstance> release = rendered.isEmpty() ? Optional.empty() : estate.release();
    if (rendered.isEmpty() || release.isEmpty()) {
      figures.count("charts that need values");
      return;
    }
    MapValue values = release.get().effective().values();
    if (LeafMutation.all(values).size() > mostLeaves) {
      figures.count("charts with more leaves than the bound");
      return;
    }
    figures.count("charts");
    RenderedObjects before = RenderedObjects.parse(rendered.get());
    figures.count("objects", before.objects().size());
    List<Said> healthy = estate.check();
    compare("", healthy, rendered.get());
    peers.compare(rendered.get(), healthy, figures);
    LeafTruth truth = LeafTruth.of(estate, values, before);
    figures.count("leaves changed", truth.changes().size());
    for (Said said : healthy) {
      judge(said, truth);
    }
    for (PlantKind kind : PlantKind.all()) {
      plant(kind, truth, values, before);
    }
    estate.plant("");
    for (TemplatePlant plant : TemplatePlant.all()) {
      plant(plant);
    }
  }

  /** Whether the pipe says the same as the estate. */
  private void compare(String planted, List<Said> estateSays, String manifests) {
    List<Said> pipeSays = estate.pipe(manifests);
    compare(planted, pipeSays, estateSays, "facts that only the pipe has: ");
    compare(planted, estateSays, pipeSays, "facts that only the estate has: ");
  }

  /**
   * Whether others say what some say. An estate says once what has one cause, whatever the number
   * of objects.
   */
  private void compare(String planted, List<Said> some, List<Said> others, String alone) {
    for (Said each : some) {
      boolean isSaid =
          others.stream()
              .filter(other -> other.rule().equals(each.rule()))
              .anyMatch(other ->
                  other.field().equals(each.field())
                      || other.message().equals(each.message())
                      || MISSING_KINDS.containsKey(each.rule()));
      if (isSaid) {
        figures.count("facts that the pipe and the estate agree on, from both sides");
      } else if (OF_RELEASES.contains(each.rule())) {
        figures.count("facts that need a release");
      } else {
        figures.example(alone + each.rule(), name + " " + planted + " " + each);
      }
    }
  }

  private void judge(Said said, LeafTruth truth) throws IOException {
    Set<String> deciders;
    String missing = MISSING_KINDS.get(said.rule());
    if (missing != null) {
      deciders = truth.switches(missing);
    } else if (said.field().path().isEmpty()) {
      figures.count("diagnostics about a whole object");
      return;
    } else if (said.place().startsWith("plimsoll.yaml:")) {
      figures.count("diagnostics at the project's own line");
      return;
    } else {
      deciders = truth.deciders(said.field());
    }
    boolean isInValues = said.place().contains("values.yaml:");
    if (deciders.isEmpty()) {
      figures.count(
          isInValues
              ? "diagnostics at a value that trial does not confirm"
              : "diagnostics whose field no value decides");
      if (isInValues && said.precision().equals("exact")) {
        figures.example("exact by our word, not by trial: " + said.rule(), name + " " + said);
      }
      return;
    }
    figures.count(DECIDED);
    if (deciders.contains(said.place())) {
      figures.count(EXACT);
    } else {
      figures.example(
          "elsewhere: " + said.rule(),
          name + " " + said + ", decided at " + new TreeSet<>(deciders));
    }
  }

  private void plant(PlantKind kind, LeafTruth truth, MapValue values, RenderedObjects before)
      throws IOException, InterruptedException {
    for (Map.Entry<LeafMutation, Set<ObjectField>> leaf : truth.changes().entrySet()) {
      Optional<ObjectField> field =
          leaf.getValue().stream()
              .filter(each -> kind.field().matcher(each.path()).matches())
              .filter(each -> isWritten(leaf.getKey(), before.find(each), kind.wants()))
              .min(Comparator.comparing(ObjectField::toString));
      if (field.isPresent()) {
        plant(kind, leaf.getKey(), field.get(), values);
        return;
      }
    }
  }

  /** Whether a field is a leaf, or ends with it behind a separator. */
  private static boolean isWritten(LeafMutation leaf, Optional<Field> field, String wants) {
    String text = leaf.origin().layer().file().text(leaf.origin().span());
    String plain = text.replaceAll("^[\"']|[\"']$", "");
    return !plain.isEmpty()
        && field
            .flatMap(Field::text)
            .filter(found ->
                wants.equals("%s") ? found.equals(plain) : found.endsWith(wants.formatted(plain)))
            .isPresent();
  }

  private void plant(PlantKind kind, LeafMutation leaf, ObjectField field, MapValue values)
      throws IOException, InterruptedException {
    String what = kind.rule() + " by " + leaf.path() + ": " + kind.value();
    estate.plant(EstateText.block(values, leaf.steps(), kind.value()));
    Optional<String> rendered = estate.helm();
    if (rendered.isEmpty()) {
      figures.count("mistakes that Helm itself refuses");
      return;
    }
    figures.count(PLANTED);
    List<Said> said = estate.check();
    compare(what, said, rendered.get());
    peers.compare(rendered.get(), said, figures);
    // A mistake in a name is one of the object that has it now.
    String kindName = field.object().substring(0, field.object().indexOf('/'));
    Set<String> places = places(leaf, kind);
    // What has one cause is said once, of one of the objects.
    List<Said> about =
        said.stream()
            .filter(each -> each.rule().equals(kind.rule()))
            .filter(each ->
                places.contains(each.place())
                    || (each.field().object().startsWith(kindName + "/")
                        && each.field().path().equals(field.path())))
            .toList();
    if (about.stream().anyMatch(each -> places.contains(each.place()))) {
      figures.count(FOUND_THERE);
    } else if (about.isEmpty()) {
      figures.example("planted and not found: " + kind.rule(), name + " " + what + " in " + field);
    } else {
      figures.example(
          "planted and found elsewhere: " + kind.rule(), name + " " + what + ": " + about);
    }
  }

  /** Where the planted leaf stands; a null is the lack of a key, so its map may be named. */
  private Set<String> places(LeafMutation leaf, PlantKind kind) throws IOException {
    return EstateText.places(estate.planted(), leaf.steps(), kind.value().equals("null"));
  }

  private void plant(TemplatePlant plant) throws IOException {
    Optional<TemplatePlant.Planted> planted = plant.in(estate.chart());
    if (planted.isEmpty()) {
      return;
    }
    Optional<String> rendered = estate.helm();
    if (rendered.filter(text -> text.contains(plant.mistake())).isPresent()) {
      figures.count("mistakes planted in templates");
      List<Said> said = estate.check();
      compare(plant.rule() + " in a template", said, rendered.get());
      String place = planted.get().file() + ":" + planted.get().line() + ":";
      boolean isThere =
          said.stream()
              .anyMatch(each -> each.rule().equals(plant.rule()) && each.place().contains(place));
      if (isThere) {
        figures.count("... of these found at the line of the template");
      } else {
        figures.example("planted in a template and not there: " + plant.rule(), name + " " + place);
      }
    }
    planted.get().undo();
  }
}
