package dev.plimsoll.rules.values;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.schema.SchemaKnowledge;
import dev.plimsoll.schema.ValuesSchema;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the values that one chart takes, as part of the chart at the top. */
final class ChartKnowledge {

  private static final String TAGS = "tags";
  private static final String GLOBAL = "global";

  private final Chart chart;
  private final ChartTexts texts;
  private final KeyTree read = new KeyTree();
  private final Map<String, ChartKnowledge> subcharts = new HashMap<>();
  private final Set<String> missingSubcharts = new HashSet<>();
  private boolean isOpaque;
  private @Nullable SchemaKnowledge schema;

  private ChartKnowledge(Chart chart, ChartRenderer renderer) {
    this.chart = chart;
    this.texts = ChartTexts.of(chart, renderer);
    TemplateReferences references = texts.references();
    read.addAll(references.own());
    isOpaque = references.isRootHandedOn() || texts.isBroken();
    for (Dependency dependency : chart.metadata().dependencies()) {
      addDependency(dependency, renderer);
    }
    for (Chart subchart : chart.subcharts()) {
      boolean isDeclared =
          chart.metadata().dependencies().stream()
              .anyMatch(dependency -> dependency.name().value().equals(subchart.name()));
      if (!isDeclared) {
        subcharts.put(subchart.name(), new ChartKnowledge(subchart, renderer));
      }
    }
  }

  /** The knowledge of a chart and of all charts inside it. */
  static ChartKnowledge of(Chart chart, ChartRenderer renderer) {
    ChartKnowledge top = new ChartKnowledge(chart, renderer);
    KeyTree shared = new KeyTree();
    Set<String> defined = new HashSet<>();
    top.collect(shared, defined);
    top.complete(shared, defined, top.globals());
    return top;
  }

  String name() {
    return chart.name();
  }

  /** Whether some text reads values in a way that cannot be followed. */
  boolean isOpaque() {
    return isOpaque;
  }

  /** What templates read of the map at {@code path}; empty if they name nothing there. */
  Optional<KeyTree> read(ValuePath path) {
    Optional<KeyTree> node = Optional.of(read);
    for (ValuePath.Step step : path.steps()) {
      node =
          step instanceof ValuePath.Key(String key)
              ? node.flatMap(tree -> tree.child(key))
              : Optional.empty();
    }
    return node;
  }

  /** Whether this chart, or the subchart that the path leads to, reads a value by its own name. */
  boolean reads(ValuePath path) {
    if (read(path).isPresent()) {
      return true;
    }
    return path.steps().size() > 1
        && path.steps().getFirst() instanceof ValuePath.Key(String key)
        && subcharts.containsKey(key)
        && subcharts.get(key).reads(new ValuePath(path.steps().subList(1, path.steps().size())));
  }

  /** Whether the map at {@code path}, or one around it, is used as a whole. */
  boolean isUsedAsWhole(ValuePath path) {
    KeyTree node = read;
    for (ValuePath.Step step : path.steps()) {
      Optional<KeyTree> child =
          step instanceof ValuePath.Key(String key) ? node.child(key) : Optional.empty();
      if (child.isEmpty()) {
        return false;
      }
      node = child.get();
      if (node.isWhole()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comment in the defaults speaks of such a key. */
  boolean isDescribed(String key) {
    return texts.described().contains(key);
  }

  /** Whether a comment in the defaults may speak of such a key at the top. */
  boolean isDescribedAtTop(String key) {
    return texts.describedAtTop().contains(key);
  }

  boolean isSubchart(String key) {
    return subcharts.containsKey(key) || missingSubcharts.contains(key);
  }

  /** The subchart whose values stand under {@code key}; empty if it is not there or not one. */
  Optional<ChartKnowledge> subchart(String key) {
    return Optional.ofNullable(subcharts.get(key));
  }

  /**
   * Whether the chart's schema speaks of this key: what it says is then for the schema to judge.
   */
  boolean isInSchema(ValuePath path) {
    return schema()
        .map(known ->
            switch (known.standing(path)) {
              case NAMED, FREE, FORBIDDEN -> true;
              case UNSAID -> false;
            })
        .orElse(false);
  }

  /**
   * Whether a type at {@code path} is judged elsewhere: by a schema of this chart, or of the
   * subchart that the path leads to, or because the path is the subchart's own key.
   */
  boolean isTypeJudged(ValuePath path) {
    if (path.steps().getFirst() instanceof ValuePath.Key(String key)) {
      boolean isOwnKey = path.steps().size() == 1;
      ChartKnowledge subchart = subcharts.get(key);
      if (isOwnKey && isSubchart(key)) {
        return true;
      }
      ValuePath inner = new ValuePath(path.steps().subList(1, path.steps().size()));
      if (!isOwnKey && subchart != null && subchart.isTypeJudged(inner)) {
        return true;
      }
    }
    return schema()
        .flatMap(known -> known.facts(path))
        .filter(facts -> !facts.types().isEmpty())
        .isPresent();
  }

  /** Whether the schema of this chart, or of the subchart that the path leads to, requires it. */
  boolean isRequired(ValuePath path) {
    boolean isHere =
        schema()
            .flatMap(known -> known.facts(path))
            .filter(SchemaKnowledge.KeyFacts::required)
            .isPresent();
    return isHere
        || (path.steps().size() > 1
            && path.steps().getFirst() instanceof ValuePath.Key(String key)
            && subcharts.containsKey(key)
            && subcharts
                .get(key)
                .isRequired(new ValuePath(path.steps().subList(1, path.steps().size()))));
  }

  /** The keys that the schema names in the map at {@code path}. */
  List<String> schemaKeys(ValuePath path) {
    return schema().stream()
        .flatMap(known -> known.keys(path).stream())
        .map(SchemaKnowledge.KeyFacts::name)
        .toList();
  }

  /** Read when it is first asked: most charts have none, and most keys are known without it. */
  private synchronized Optional<SchemaKnowledge> schema() {
    if (schema == null && chart.schema().isPresent()) {
      schema = ValuesSchema.of(chart.schema().get()).knowledge();
    }
    return Optional.ofNullable(schema);
  }

  private void addDependency(Dependency dependency, ChartRenderer renderer) {
    String key = dependency.valuesKey();
    chart.subcharts().stream()
        .filter(subchart -> subchart.name().equals(dependency.name().value()))
        .findFirst()
        .ifPresentOrElse(
            subchart -> subcharts.put(key, new ChartKnowledge(subchart, renderer)),
            () -> missingSubcharts.add(key));
    dependency.condition().ifPresent(this::addCondition);
    dependency.tags().forEach(tag -> read.add(List.of(TAGS, tag.value()), false));
    dependency.importValues().forEach(imported -> addImport(key, imported));
  }

  private void addImport(String subchart, Dependency.ImportValues imported) {
    if (!imported.parent().equals(".")) {
      read.add(path(imported.parent()), true);
      return;
    }
    // The keys of the child's table come to the root; its defaults say which they are.
    ChartKnowledge child = subcharts.get(subchart);
    Optional<YamlMapping> table =
        child == null ? Optional.empty() : child.defaults(path(imported.child()));
    if (table.isEmpty()) {
      isOpaque |= child == null;
      return;
    }
    for (YamlEntry entry : table.get().entries()) {
      entry.keyText().ifPresent(key -> read.add(List.of(key), true));
    }
  }

  private Optional<YamlMapping> defaults(List<String> path) {
    Optional<YamlNode> node =
        chart.values().stream()
            .flatMap(values -> values.documents().stream())
            .flatMap(document -> Optional.ofNullable(document.root()).stream())
            .findFirst();
    for (String key : path) {
      node =
          node.flatMap(found -> found instanceof YamlMapping map ? map.get(key) : Optional.empty());
    }
    return node.filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  private void addCondition(Located<String> condition) {
    for (String path : condition.value().split(",", -1)) {
      if (!path.isBlank()) {
        read.add(path(path.strip()), false);
      }
    }
  }

  private void collect(KeyTree shared, Set<String> defined) {
    shared.addAll(texts.references().shared());
    defined.addAll(texts.references().defined());
    subcharts.values().forEach(subchart -> subchart.collect(shared, defined));
  }

  /** Named templates are visible to every chart of the tree, so what they read may be anyone's. */
  private void complete(KeyTree shared, Set<String> defined, KeyTree globals) {
    read.addAll(shared);
    read.add(List.of(GLOBAL), globals.isWhole());
    read.addAll(GLOBAL, globals);
    // A named template that is nowhere to be seen may read anything.
    isOpaque |= !defined.containsAll(texts.references().included());
    subcharts.values().forEach(subchart -> subchart.complete(shared, defined, globals));
  }

  /** What any chart of the tree reads of the globals, which are handed down to all. */
  private KeyTree globals() {
    KeyTree globals = new KeyTree();
    read.child(GLOBAL).ifPresent(globals::addAll);
    if (isOpaque || !missingSubcharts.isEmpty()) {
      globals.add(List.of(), true);
    }
    subcharts.values().forEach(subchart -> globals.addAll(subchart.globals()));
    return globals;
  }

  private static List<String> path(String text) {
    return Arrays.asList(text.split("\\.", -1));
  }
}
