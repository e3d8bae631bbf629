package dev.plimsoll.rules.values;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.UserValues;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A null in a layer that some versions of Helm take for something else than others. The values are
 * coalesced once for each way that Helm has had, and compared where the null stands.
 */
public final class VersionDependentNull implements Rule {

  private static final RuleId ID = new RuleId("version-dependent-null");

  /** The last version of each way to treat nulls that is still about. */
  private static final List<HelmVersion> VERSIONS =
      List.of(new HelmVersion(3, 20, 0), new HelmVersion(3, 22, 0), HelmVersion.NEWEST);

  private static final DiagnosticSink NOBODY = _ -> {};

  private final EstateShelf shelf;

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public VersionDependentNull(EstateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Findings findings = new Findings();
    Comparison comparison = new Comparison(findings);
    shelf.stacks(context.estate()).forEach(comparison::look);
    findings.reportTo(sink);
  }

  /** A null and where it stands in the values of the release. */
  private record Null(ValuePath path, Value value) {}

  /** What becomes of a null. */
  private enum Outcome {
    NO_VALUE("no value"),
    NULL("null"),
    BELOW("the value below");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }
  }

  private static final class Comparison {

    private final Findings findings;
    private final Map<HelmVersion, ChartDefaults> defaults = new HashMap<>();

    /** Most layers have no null, and many stacks share a layer. */
    private final Map<Layer, List<Null>> nulls = new HashMap<>();

    Comparison(Findings findings) {
      this.findings = findings;
    }

    void look(LayerStack stack) {
      ReleaseInstance release = stack.release();
      List<Null> found = new ArrayList<>();
      for (LayerValues layer : release.layers()) {
        found.addAll(
            nulls.computeIfAbsent(layer.layer(), _ -> nulls(ValuePath.ROOT, layer.root())));
      }
      for (ReleaseInstance.ScopedLayer scoped : release.chartDefaults()) {
        found.addAll(forSubcharts(scoped));
      }
      if (!found.isEmpty()) {
        compare(stack, found);
      }
    }

    /** The nulls that a chart has for its subcharts; those for itself are its own business. */
    private List<Null> forSubcharts(ReleaseInstance.ScopedLayer scoped) {
      if (scoped.chart().subcharts().isEmpty()) {
        return List.of();
      }
      ValuePath scope = ValuePath.parse(scoped.scope()).orElse(ValuePath.ROOT);
      List<Null> found = new ArrayList<>();
      for (String key : subchartKeys(scoped.chart())) {
        if (scoped.values().root().get(key).orElse(null) instanceof MapValue map) {
          found.addAll(nulls(scope.key(key), map));
        }
      }
      return found;
    }

    private void compare(LayerStack stack, List<Null> found) {
      Map<HelmVersion, MapValue> effective = new LinkedHashMap<>();
      for (HelmVersion version : VERSIONS) {
        effective.put(version, coalesce(stack.release(), version));
      }
      for (Null each : found) {
        Map<Outcome, List<String>> outcomes = new LinkedHashMap<>();
        effective.forEach((version, values) ->
            outcomes
                .computeIfAbsent(outcome(each.path(), values), _ -> new ArrayList<>())
                .add(version.toString()));
        if (outcomes.size() > 1) {
          findings.add(
              Diagnostic.of(ID, each.value().origin().location(), message(outcomes)),
              stack.cells());
        }
      }
    }

    private MapValue coalesce(ReleaseInstance release, HelmVersion version) {
      ChartDefaults own =
          defaults.computeIfAbsent(version, _ -> new ChartDefaults(version, NOBODY));
      List<LayerValues> files =
          release.layers().stream().filter(layer -> !layer.layer().kind().isOption()).toList();
      List<Layer> options =
          release.layers().stream()
              .map(LayerValues::layer)
              .filter(layer -> layer.kind().isOption())
              .toList();
      // What --set-file reads is text, and no null.
      UserValues user =
          UserValues.merge(files, options, _ -> new FileContent.Missing(), version, NOBODY);
      EnabledChart chart =
          new DependencyProcessor(version, own::of).process(release.chart(), user.values(), NOBODY);
      return new Coalescer(version).coalesce(chart.scope(), user.values(), NOBODY).values();
    }
  }

  private static Outcome outcome(ValuePath path, MapValue values) {
    Optional<Value> value = path.in(values);
    if (value.isEmpty()) {
      return Outcome.NO_VALUE;
    }
    return isNull(value.get()) ? Outcome.NULL : Outcome.BELOW;
  }

  private static String message(Map<Outcome, List<String>> outcomes) {
    List<String> parts = new ArrayList<>();
    outcomes.forEach((outcome, versions) ->
        parts.add("%s in Helm %s".formatted(outcome.label, String.join(" and ", versions))));
    return "What becomes of this null depends on the version of Helm: %s."
        .formatted(String.join(", ", parts));
  }

  private static List<String> subchartKeys(Chart chart) {
    List<String> keys = new ArrayList<>();
    chart.metadata().dependencies().stream().map(Dependency::valuesKey).forEach(keys::add);
    chart.subcharts().stream()
        .map(Chart::name)
        .filter(name -> !keys.contains(name))
        .forEach(keys::add);
    return keys;
  }

  private static List<Null> nulls(ValuePath path, MapValue map) {
    List<Null> found = new ArrayList<>();
    map.entries()
        .forEach((key, value) -> {
          if (value instanceof MapValue deeper) {
            found.addAll(nulls(path.key(key), deeper));
          } else if (isNull(value)) {
            found.add(new Null(path.key(key), value));
          }
        });
    return found;
  }

  private static boolean isNull(Value value) {
    return value instanceof ScalarValue(GoScalar.Nil _, _, _);
  }
}
