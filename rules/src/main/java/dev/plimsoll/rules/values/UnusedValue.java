package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A default that no template of the chart reads, whatever an environment sets: setting it changes
 * nothing. Of a map that nothing reads only the map is reported.
 */
public final class UnusedValue implements Rule {

  private static final RuleId ID = new RuleId("unused-value");

  /** What Helm itself reads. */
  private static final Set<String> RESERVED = Set.of("global", "tags");

  private final ChartKnowledgeShelf charts;

  /**
   * @param charts shared by the rules that want to know charts
   */
  public UnusedValue(ChartKnowledgeShelf charts) {
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Map<ChartRenderer, List<ReleaseInstance>> users = new LinkedHashMap<>();
    for (ReleaseInstance release : context.estate().releases()) {
      users.computeIfAbsent(release.renderer(), _ -> new ArrayList<>()).add(release);
    }
    users.values().forEach(releases -> new Search(releases, sink).run());
  }

  private final class Search {

    private final List<ReleaseInstance> releases;
    private final List<Affected> cells;
    private final ChartKnowledge knowledge;
    private final DiagnosticSink sink;

    Search(List<ReleaseInstance> releases, DiagnosticSink sink) {
      this.releases = releases;
      this.cells = releases.stream().map(ReleaseInstance::cell).toList();
      this.knowledge = charts.of(releases.getFirst());
      this.sink = sink;
    }

    void run() {
      ReleaseInstance first = releases.getFirst();
      if (!knowledge.isOpaque() && !first.chart().templates().isEmpty()) {
        first.chartDefaults().stream()
            .filter(layer -> layer.scope().isEmpty())
            .forEach(layer -> map(ValuePath.ROOT, layer.values().root()));
      }
    }

    // The reader bounds the depth of values, so recursion is safe.
    private void map(ValuePath path, MapValue map) {
      map.entries()
          .forEach((key, value) -> {
            if (isJudged(path, key, value, map)) {
              entry(path.key(key), key, value);
            }
          });
    }

    private void entry(ValuePath path, String key, Value value) {
      if (knowledge.isUsedAsWhole(path)) {
        return;
      }
      if (!knowledge.reads(path)) {
        report(path, key, value);
      } else if (value instanceof MapValue map && isFamiliar(path)) {
        map(path, map);
      }
    }

    /** Whether templates name keys in the map, so that those they do not name are unknown. */
    private boolean isFamiliar(ValuePath path) {
      return knowledge.read(path).filter(tree -> !tree.keys().isEmpty()).isPresent();
    }

    private boolean isJudged(ValuePath path, String key, Value value, MapValue owner) {
      boolean isTop = path.steps().isEmpty();
      boolean isForOthers =
          isTop
              && (RESERVED.contains(key)
                  || key.startsWith("x-")
                  || key.startsWith(".")
                  || knowledge.isSubchart(key));
      return !isForOthers && isWrittenIn(owner, value) && !isAnchored(value);
    }

    /** Whether the key stands in the text of this map, and did not come through an alias. */
    private static boolean isWrittenIn(MapValue owner, Value value) {
      return value.origin().keySpan() != null
          && value.origin().layer().file() == owner.origin().layer().file()
          && (owner.origin().keySpan() == null
              || owner.origin().span().contains(value.origin().span()));
    }

    /** Whether the value was written for other places to point to. */
    private static boolean isAnchored(Value value) {
      Span key = value.origin().keySpan();
      int start = value.origin().span().start();
      return key != null
          && key.end() <= start
          && value.origin().layer().file().text().substring(key.end(), start).contains("&");
    }

    private void report(ValuePath path, String key, Value value) {
      ValuePath parent = new ValuePath(path.steps().subList(0, path.steps().size() - 1));
      Set<String> read = new HashSet<>();
      knowledge.read(parent).ifPresent(tree -> read.addAll(tree.keys()));
      releases.getFirst().chartDefaults().stream()
          .filter(layer -> layer.scope().isEmpty())
          .flatMap(layer -> parent.in(layer.values().root()).stream())
          .filter(MapValue.class::isInstance)
          .map(MapValue.class::cast)
          .forEach(map -> read.removeAll(map.entries().keySet()));
      String meant =
          NearestName.of(key, read)
              .map(name -> "; did you mean `" + name + "`?")
              .orElse(", so setting it changes nothing.");
      Diagnostic found =
          Diagnostic.of(
                  ID,
                  value.origin().keyLocation(),
                  "No template of chart `%s` reads `%s`%s".formatted(knowledge.name(), path, meant))
              .withAffects(cells);
      for (Location setting : settings(path)) {
        found = found.withRelated(RelatedLocation.Role.DEFINITION, setting, "It is set here too.");
      }
      sink.report(found);
    }

    private Set<Location> settings(ValuePath path) {
      Set<Location> places = new LinkedHashSet<>();
      for (ReleaseInstance release : releases) {
        for (LayerValues layer : release.layers()) {
          Optional<Value> set = path.in(layer.root());
          set.ifPresent(value -> places.add(value.origin().keyLocation()));
        }
      }
      return places;
    }
  }
}
