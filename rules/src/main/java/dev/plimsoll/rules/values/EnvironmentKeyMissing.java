package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key that the chart reads, that one environment sets, and that has no value at all in another. A
 * key with a default is not missing anywhere.
 */
public final class EnvironmentKeyMissing implements Rule {

  private static final RuleId ID = new RuleId("environment-key-missing");

  private final EstateShelf shelf;
  private final ChartKnowledgeShelf charts;
  private final Remembered<List<LayerStack.Key>, List<Diagnostic>> known = new Remembered<>();

  /**
   * @param shelf shared by the rules that look at the same estate
   * @param charts shared by the rules that want to know charts
   */
  public EnvironmentKeyMissing(EstateShelf shelf, ChartKnowledgeShelf charts) {
    this.shelf = shelf;
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis();
    Map<String, List<LayerStack>> byRelease = new LinkedHashMap<>();
    for (LayerStack stack : shelf.stacks(context.estate())) {
      // Trials of a chart differ on purpose.
      if (!stack.isTrial()) {
        byRelease
            .computeIfAbsent(stack.release().cell().release(), _ -> new ArrayList<>())
            .add(stack);
      }
    }
    Findings findings = new Findings();
    byRelease.values().stream()
        .filter(stacks -> stacks.size() > 1)
        .forEach(stacks ->
            findings.addAll(
                known.of(stacks.stream().map(LayerStack::key).toList(), () -> found(stacks))));
    findings.reportTo(sink);
  }

  private List<Diagnostic> found(List<LayerStack> stacks) {
    Findings findings = new Findings();
    new Comparison(stacks, findings).run();
    return findings.toList();
  }

  /**
   * A key as some environments set it.
   *
   * @param environments the names of those that do
   */
  private record Setting(Value example, Set<String> environments) {}

  /** The environments of one release. */
  private final class Comparison {

    private final List<LayerStack> stacks;
    private final Findings findings;
    private final Map<ValuePath, Setting> settings = new LinkedHashMap<>();

    Comparison(List<LayerStack> stacks, Findings findings) {
      this.stacks = stacks;
      this.findings = findings;
    }

    void run() {
      for (LayerStack stack : stacks) {
        for (LayerValues layer : stack.files()) {
          collect(stack, ValuePath.ROOT, layer.root());
        }
      }
      for (LayerStack stack : stacks) {
        compare(stack);
      }
    }

    private void collect(LayerStack stack, ValuePath path, MapValue map) {
      map.entries()
          .forEach((key, value) -> {
            ValuePath inner = path.key(key);
            if (value instanceof MapValue deeper) {
              collect(stack, inner, deeper);
            } else if (!isNull(value)) {
              settings
                  .computeIfAbsent(inner, _ -> new Setting(value, new TreeSet<>()))
                  .environments()
                  .add(stack.release().cell().environment());
            }
          });
    }

    private void compare(LayerStack stack) {
      Set<ValuePath> missing = new HashSet<>();
      settings.forEach((path, setting) ->
          firstMissing(stack, path)
              .filter(missing::add)
              .filter(found -> isRead(stack, found))
              .ifPresent(found -> report(stack, found, setting)));
    }

    /**
     * The shortest part of {@code path} at which there is no value; empty if there is one at its
     * end.
     */
    private static Optional<ValuePath> firstMissing(LayerStack stack, ValuePath path) {
      Value value = stack.release().effective().values();
      ValuePath here = ValuePath.ROOT;
      for (ValuePath.Step step : path.steps()) {
        if (!(step instanceof ValuePath.Key(String key)) || !(value instanceof MapValue map)) {
          // Something else stands above: that is another matter than a missing key.
          return Optional.empty();
        }
        here = here.key(key);
        Optional<Value> next = map.get(key);
        if (next.isEmpty() || isNull(next.get())) {
          // A layer that says null says that there shall be none.
          boolean isDeliberate = next.isPresent() || map.deleted().containsKey(key);
          return isDeliberate ? Optional.empty() : Optional.of(here);
        }
        value = next.get();
      }
      return Optional.empty();
    }

    private boolean isRead(LayerStack stack, ValuePath path) {
      ChartKnowledge knowledge = charts.of(stack.release());
      // What a schema requires is reported by the schema.
      return knowledge.reads(path) && !knowledge.isRequired(path);
    }

    private void report(LayerStack stack, ValuePath path, Setting setting) {
      Optional<Location> place = place(stack, path);
      if (place.isEmpty()) {
        return;
      }
      List<String> environments =
          setting.environments().stream().map(it -> "`" + it + "`").toList();
      boolean isPlural = environments.size() > 1;
      String message =
          "`%s` has no value in `%s`: %s set%s it, the chart reads it and has no default."
              .formatted(
                  path,
                  stack.release().cell().environment(),
                  String.join(", ", environments),
                  isPlural ? "" : "s");
      findings.add(
          Diagnostic.of(ID, place.get(), message)
              .withPrecision(Precision.APPROXIMATE)
              .withRelated(
                  RelatedLocation.Role.DEFINITION,
                  setting.example().origin().keyLocation(),
                  "It is set here."),
          stack.cells());
    }

    /**
     * Where the key would be added: the deepest map around it that a file of the environment has.
     */
    private static Optional<Location> place(LayerStack stack, ValuePath path) {
      Optional<Location> best = Optional.empty();
      int deepest = -1;
      for (LayerValues layer : stack.files()) {
        boolean isEncrypted = layer.yaml().filter(Secrets::isEncrypted).isPresent();
        int depth = path.steps().size() - 1;
        while (depth > 0 && around(layer, path, depth).isEmpty()) {
          depth--;
        }
        if (depth >= deepest && !isEncrypted) {
          deepest = depth;
          best = Optional.of(place(layer, path, depth));
        }
      }
      return best;
    }

    private static Location place(LayerValues layer, ValuePath path, int depth) {
      Optional<Value> parent = depth > 0 ? around(layer, path, depth) : Optional.empty();
      return parent
          // The first key of the file, where there is one.
          .or(() -> layer.root().entries().values().stream().findFirst())
          .map(value -> value.origin().keyLocation())
          .orElseGet(() -> layer.root().origin().location());
    }

    /** The map that {@code layer} has at the first {@code depth} steps of {@code path}. */
    private static Optional<Value> around(LayerValues layer, ValuePath path, int depth) {
      return new ValuePath(path.steps().subList(0, depth))
          .in(layer.root())
          .filter(MapValue.class::isInstance);
    }

    private static boolean isNull(Value value) {
      return value instanceof ScalarValue(GoScalar.Nil _, _, _);
    }
  }
}
