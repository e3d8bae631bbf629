package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The releases of one state file: overrides, labels, selection, locked versions. */
final class StateReleases {

  private final Workbench bench;
  private final StateFile state;
  private final List<String> selectors;

  StateReleases(Workbench bench, StateFile state, List<String> selectors) {
    this.bench = bench;
    this.state = state;
    this.selectors = selectors;
  }

  List<HelmfileRelease> resolve() throws StateFailure {
    List<Selector> wanted = new ArrayList<>();
    for (String selector : selectors) {
      Optional<Selector> parsed = Selector.parse(selector);
      if (parsed.isEmpty()) {
        throw bench
            .notes()
            .fail(
                HelmfileRules.INVALID_HELMFILE,
                state.file().start(),
                "The selector `"
                    + selector
                    + "` is malformed: helmfile expects `k=v` or `k!=v` and stops.");
      }
      wanted.add(parsed.get());
    }
    LockFile lock = LockFile.read(bench.files(), state);
    List<HelmfileRelease> releases = new ArrayList<>();
    for (MapValue spec : new ReleaseTemplates(bench, state).resolve()) {
      releases.add(release(overridden(spec), wanted, lock));
    }
    checkDuplicates(releases);
    return releases;
  }

  private MapValue overridden(MapValue release) {
    MapValue result = release;
    for (String key : List.of("kubeContext", "namespace")) {
      Value value = state.spec().entries().get(key);
      if (value != null && !Nodes.isEmpty(value)) {
        result = Nodes.with(result, key, value);
      }
    }
    return result;
  }

  private HelmfileRelease release(MapValue spec, List<Selector> wanted, @Nullable LockFile lock)
      throws StateFailure {
    Map<String, String> labels = labels(spec);
    boolean isEnabled = Conditions.isEnabled(spec, state.values(), bench.notes());
    boolean isSelected =
        wanted.isEmpty()
            || (isEnabled && wanted.stream().anyMatch(selector -> selector.matches(labels)));
    return new HelmfileRelease(
        state,
        spec,
        kubeContext(spec),
        version(spec, lock),
        labels,
        isEnabled,
        isSelected,
        Needs.of(spec));
  }

  /** The release's own, which the defaults of the file fill first; then the environment's. */
  private Optional<Located<String>> kubeContext(MapValue spec) {
    MapValue environment =
        Nodes.mapAt(Nodes.mapAt(state.spec(), "environments"), state.environment().name());
    return Nodes.textAt(spec, "kubeContext")
        .or(() -> Nodes.textAt(environment, "kubeContext"))
        .or(() -> Nodes.textAt(Nodes.mapAt(state.spec(), "helmDefaults"), "kubeContext"));
  }

  private String version(MapValue spec, @Nullable LockFile lock) throws StateFailure {
    String range = Nodes.string(spec, "version");
    Optional<ChartName> chart = ChartName.ofRepository(Nodes.string(spec, "chart"));
    if (lock == null || chart.isEmpty()) {
      return range;
    }
    MapValue repository = null;
    for (Value item : Nodes.items(state.spec(), "repositories")) {
      if (item instanceof MapValue map
          && Nodes.string(map, "name").equals(chart.get().repository())) {
        repository = map;
      }
    }
    if (repository == null) {
      return range;
    }
    String name = chart.get().name();
    boolean isOci = Nodes.flag(repository, "oci").orElse(false);
    String looked = isOci ? name.substring(name.lastIndexOf('/') + 1) : name;
    Optional<String> locked =
        lock.version(looked, range).or(() -> isOci ? lock.version(name, range) : Optional.empty());
    if (locked.isEmpty()) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              Nodes.keyPlace(spec, spec.entries().containsKey("version") ? "version" : "chart"),
              "The lock `"
                  + LockFile.path(state)
                  + "` has no version of `"
                  + name
                  + "` that fits, so helmfile stops; run `helmfile deps`.");
    }
    return locked.get();
  }

  private Map<String, String> labels(MapValue spec) {
    Map<String, String> labels = new LinkedHashMap<>();
    Nodes.mapAt(spec, "labels")
        .entries()
        .forEach((key, value) -> {
          if (value instanceof ScalarValue(GoScalar.Text(String text), _, _)) {
            labels.put(key, text);
          }
        });
    labels.put("name", Nodes.string(spec, "name"));
    labels.put("namespace", Nodes.string(spec, "namespace"));
    String chart = Nodes.string(spec, "chart");
    labels.put("chart", chart.substring(chart.lastIndexOf('/') + 1));
    return labels;
  }

  private void checkDuplicates(List<HelmfileRelease> releases) {
    Map<String, HelmfileRelease> byId = new HashMap<>();
    for (HelmfileRelease release : releases) {
      if (!release.isSelected()) {
        continue;
      }
      HelmfileRelease first = byId.putIfAbsent(release.id(), release);
      if (first != null) {
        bench
            .notes()
            .report(
                Diagnostic.of(
                        HelmfileRules.DUPLICATE_RELEASE,
                        release.location(),
                        "There are two releases `"
                            + release.name().value()
                            + "` in the same namespace and cluster, so helmfile stops.")
                    .withRelated(
                        RelatedLocation.Role.DEFINITION,
                        first.location(),
                        "The other one is here."));
      }
    }
  }
}
