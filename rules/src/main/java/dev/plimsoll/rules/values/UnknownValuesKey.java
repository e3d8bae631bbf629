package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.rules.estate.PathPattern;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key that nothing reads, as far as can be told: usually a misspelling. A file that several
 * releases share is wrong only where none of them knows the key.
 */
public final class UnknownValuesKey implements Rule {

  static final RuleId ID = new RuleId("unknown-values-key");

  private final EstateShelf shelf;
  private final ChartKnowledgeShelf charts;
  private final Remembered<LayerStack.Key, List<UnknownKey>> known = new Remembered<>();

  /**
   * @param shelf shared by the rules that look at the same estate
   * @param charts shared by the rules that want to know charts
   */
  public UnknownValuesKey(EstateShelf shelf, ChartKnowledgeShelf charts) {
    this.shelf = shelf;
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis(context.parameters());
    new Search(PathPattern.all(context.parameters().strings("allowed"))).run(context, sink);
  }

  private final class Search {

    private final List<PathPattern> allowed;
    private final Map<SourceFile, Integer> users = new HashMap<>();
    private final Map<UnknownKey.Place, UnknownKey.OfAll> unknown = new LinkedHashMap<>();

    /** What the templates in a file read; most files are layers of many stacks. */
    private final Map<SourceFile, KeyTree> references = new HashMap<>();

    Search(List<PathPattern> allowed) {
      this.allowed = allowed;
    }

    void run(RuleContext context, DiagnosticSink sink) {
      for (LayerStack stack : shelf.stacks(context.estate())) {
        for (LayerValues layer : stack.release().layers()) {
          users.merge(layer.layer().file(), 1, Integer::sum);
        }
        known.of(stack.key(), () -> found(stack)).forEach(found -> add(found, stack.cells()));
      }
      Findings findings = new Findings();
      unknown.forEach((place, found) -> {
        if (found.users() == users.getOrDefault(place.file(), 0)) {
          findings.add(found.diagnostic(), found.cells());
        }
      });
      findings.reportTo(sink);
    }

    private void add(UnknownKey found, List<Affected> cells) {
      UnknownKey.OfAll before = unknown.get(found.place());
      unknown.put(found.place(), before == null ? found.ofAll(cells) : before.and(found, cells));
    }

    private List<UnknownKey> found(LayerStack stack) {
      List<UnknownKey> found = new ArrayList<>();
      ReleaseInstance release = stack.release();
      ChartKnowledge knowledge = charts.of(release);
      KeyTree fromLayers = new KeyTree();
      for (LayerValues layer : release.layers()) {
        fromLayers.addAll(references.computeIfAbsent(layer.layer().file(), Search::referencesOf));
      }
      for (LayerValues layer : release.layers()) {
        LayerWalk walk = new LayerWalk(layer, fromLayers, found);
        walk.map(
            new Scope(knowledge, ValuePath.ROOT),
            ValuePath.ROOT,
            layer.root(),
            release.effective().values());
      }
      return List.copyOf(found);
    }

    private static KeyTree referencesOf(SourceFile file) {
      TemplateReferences found = new TemplateReferences();
      found.add(file);
      return found.own();
    }

    /** The chart that judges a map, and the way to the map in that chart's values. */
    private record Scope(ChartKnowledge chart, ValuePath path) {

      Scope below(String key) {
        return new Scope(chart, path.key(key));
      }

      boolean isRoot() {
        return path.steps().isEmpty();
      }
    }

    /** A walk through what one layer of a stack writes. */
    private final class LayerWalk {

      private final LayerValues layer;
      private final KeyTree fromLayers;
      private final List<UnknownKey> found;

      LayerWalk(LayerValues layer, KeyTree fromLayers, List<UnknownKey> found) {
        this.layer = layer;
        this.fromLayers = fromLayers;
        this.found = found;
      }

      // The reader bounds the depth of values, so recursion is safe.
      void map(Scope scope, ValuePath path, MapValue written, MapValue effective) {
        written
            .entries()
            .forEach((key, value) -> entry(scope, path, key, value, written, effective));
      }

      private void entry(
          Scope scope,
          ValuePath path,
          String key,
          Value value,
          MapValue owner,
          MapValue effective) {
        boolean isRoot = scope.isRoot();
        if ((isRoot && isReserved(key)) || !isWrittenIn(path, owner, value)) {
          return;
        }
        Optional<ChartKnowledge> subchart = isRoot ? scope.chart().subchart(key) : Optional.empty();
        Scope inner =
            subchart.map(chart -> new Scope(chart, ValuePath.ROOT)).orElse(scope.below(key));
        boolean isSubchart = isRoot && scope.chart().isSubchart(key);
        if (!isSubchart && !isKnown(scope, key, effective, value)) {
          if (isJudged(scope, path.key(key), value)) {
            report(scope, key, value, owner, effective);
          }
          return;
        }
        boolean isFollowed = !isSubchart || subchart.isPresent();
        if (isFollowed
            && !inner.chart().isOpaque()
            && !inner.chart().isUsedAsWhole(inner.path())
            && value instanceof MapValue map
            && effective.get(key).orElse(null) instanceof MapValue below) {
          map(inner, path.key(key), map, below);
        }
      }

      private boolean isKnown(Scope scope, String key, MapValue effective, Value value) {
        return !LayerStack.below(effective, key, value).isEmpty()
            || scope.chart().read(scope.path()).flatMap(tree -> tree.child(key)).isPresent()
            || (scope.isRoot()
                ? scope.chart().isDescribedAtTop(key)
                : scope.chart().isDescribed(key))
            || scope.chart().isInSchema(scope.below(key).path())
            || fromLayers.child(key).isPresent();
      }

      /** Whether enough is known of the map around the key to say that the key is unknown. */
      private boolean isJudged(Scope scope, ValuePath path, Value value) {
        if (scope.chart().isOpaque() || scope.chart().isUsedAsWhole(scope.path())) {
          return false;
        }
        boolean isFamiliar =
            scope.isRoot()
                || scope
                    .chart()
                    .read(scope.path())
                    .filter(tree -> !tree.keys().isEmpty())
                    .isPresent();
        return isFamiliar && !PathPattern.anyMatches(allowed, path) && !isAnchored(value);
      }

      private void report(
          Scope scope, String key, Value value, MapValue owner, MapValue effective) {
        found.add(
            new UnknownKey(
                value.origin(),
                key,
                scope.chart().name(),
                NearestName.of(key, candidates(scope, owner, effective))));
      }

      private static Set<String> candidates(Scope scope, MapValue owner, MapValue effective) {
        Set<String> names = new LinkedHashSet<>(effective.entries().keySet());
        scope.chart().read(scope.path()).ifPresent(tree -> names.addAll(tree.keys()));
        names.addAll(scope.chart().schemaKeys(scope.path()));
        names.removeAll(owner.entries().keySet());
        return names;
      }

      /** Keys at the top that are for others than the chart. */
      private static boolean isReserved(String key) {
        return key.startsWith("x-") || key.startsWith(".");
      }

      /** Whether the value was written for other places to point to. */
      private boolean isAnchored(Value value) {
        Span key = value.origin().keySpan();
        if (key == null || key.end() > value.origin().span().start()) {
          return false;
        }
        int afterKey = key.end();
        int beforeValue = value.origin().span().start();
        return layer.layer().file().text().substring(afterKey, beforeValue).contains("&");
      }

      /** Whether the key stands in the text of this map, and did not come through an alias. */
      private boolean isWrittenIn(ValuePath path, MapValue owner, Value value) {
        Origin origin = value.origin();
        return origin.layer().kind() != Layer.Kind.VALUES_FILE
            || (origin.layer().file() == owner.origin().layer().file()
                && (path.steps().isEmpty() || owner.origin().span().contains(origin.span())));
      }
    }
  }
}
