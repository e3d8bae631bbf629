package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
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

  private static final RuleId ID = new RuleId("unknown-values-key");

  private final ChartKnowledgeShelf charts;

  /**
   * @param charts shared by the rules that want to know charts
   */
  public UnknownValuesKey(ChartKnowledgeShelf charts) {
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    new Search(PathPattern.all(context.parameters().strings("allowed"))).run(context, sink);
  }

  /** Where a key stands. */
  private record Place(SourceFile file, Span span) {}

  /**
   * What is to be said of a place, once all users of the file have been asked.
   *
   * @param users how many stacks of layers do not know the key
   */
  private record Unknown(Diagnostic diagnostic, List<Affected> cells, int users) {

    Unknown and(List<Affected> more) {
      List<Affected> all = new ArrayList<>(cells);
      all.addAll(more);
      return new Unknown(diagnostic, all, users + 1);
    }
  }

  private final class Search {

    private final List<PathPattern> allowed;
    private final Map<SourceFile, Integer> users = new HashMap<>();
    private final Map<Place, Unknown> unknown = new LinkedHashMap<>();

    /** What the templates in a file read; most files are layers of many stacks. */
    private final Map<SourceFile, KeyTree> references = new HashMap<>();

    Search(List<PathPattern> allowed) {
      this.allowed = allowed;
    }

    void run(RuleContext context, DiagnosticSink sink) {
      for (LayerStack stack : LayerStack.all(context.estate())) {
        stack(stack);
      }
      Findings findings = new Findings();
      unknown.forEach((place, found) -> {
        if (found.users() == users.getOrDefault(place.file(), 0)) {
          findings.add(found.diagnostic(), found.cells());
        }
      });
      findings.reportTo(sink);
    }

    private void stack(LayerStack stack) {
      ReleaseInstance release = stack.release();
      ChartKnowledge knowledge = charts.of(release);
      KeyTree fromLayers = new KeyTree();
      for (LayerValues layer : release.layers()) {
        fromLayers.addAll(references.computeIfAbsent(layer.layer().file(), Search::referencesOf));
      }
      for (LayerValues layer : release.layers()) {
        users.merge(layer.layer().file(), 1, Integer::sum);
        LayerWalk walk = new LayerWalk(stack, layer, fromLayers);
        walk.map(
            new Scope(knowledge, ValuePath.ROOT),
            ValuePath.ROOT,
            layer.root(),
            release.effective().values());
      }
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

      private final LayerStack stack;
      private final LayerValues layer;
      private final KeyTree fromLayers;

      LayerWalk(LayerStack stack, LayerValues layer, KeyTree fromLayers) {
        this.stack = stack;
        this.layer = layer;
        this.fromLayers = fromLayers;
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
            || scope.chart().isDescribed(key)
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
        Origin origin = value.origin();
        Optional<String> meant = NearestName.of(key, candidates(scope, owner, effective));
        String message =
            "Nothing reads `%s`: no template, schema or lower layer of chart `%s` knows it%s."
                .formatted(
                    key,
                    scope.chart().name(),
                    meant.map(name -> "; did you mean `" + name + "`?").orElse(""));
        Diagnostic diagnostic = Diagnostic.of(ID, origin.keyLocation(), message.replace("?.", "?"));
        if (meant.isPresent() && isWrittenPlainly(origin, key)) {
          diagnostic = diagnostic.withFix(rename(origin, key, meant.get()));
        }
        Place place = new Place(origin.layer().file(), origin.keyLocation().span());
        Unknown found = unknown.get(place);
        unknown.put(
            place,
            found == null ? new Unknown(diagnostic, stack.cells(), 1) : found.and(stack.cells()));
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

      private static boolean isWrittenPlainly(Origin origin, String key) {
        return origin.layer().kind() == Layer.Kind.VALUES_FILE
            && origin.keySpan() != null
            && origin.layer().file().text(origin.keySpan()).equals(key);
      }

      private static Fix rename(Origin origin, String key, String name) {
        return new Fix(
            "Rename `" + key + "` to `" + name + "`",
            Fix.Applicability.UNSAFE,
            List.of(new TextEdit(origin.keyLocation(), name)));
      }
    }
  }
}
