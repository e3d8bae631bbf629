package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlProblem;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads values files as Helm does: through {@code sigs.k8s.io/yaml} into JSON and from there into
 * Go maps, so that every number is a {@code float64} and every key is text.
 *
 * <p>An aliased value has its origin at the alias, because that is the place to edit for this key
 * alone; what is inside it stands where the anchor is. What a merge key brings in stands where the
 * merged map has it.
 */
public final class LayerReader {

  private final Layer layer;

  /** What anchored nodes became: an alias costs one more object, not another tree. */
  private final IdentityHashMap<YamlNode, Value> anchored = new IdentityHashMap<>();

  private LayerReader(Layer layer) {
    this.layer = layer;
  }

  /**
   * Reads one values file. What the parser found is in {@code file} and not reported again; what
   * could be read is used.
   *
   * @param version Helm 3 reads the first document only, Helm 4 merges all
   * @param sink takes what Helm refuses although it is YAML
   */
  public static LayerValues read(
      YamlFile file, Layer layer, HelmVersion version, DiagnosticSink sink) {
    LayerReader reader = new LayerReader(layer);
    List<MapValue> roots = new ArrayList<>();
    for (YamlDocument document : Documents.used(file, version, sink)) {
      roots.add(reader.root(document, file, sink));
    }
    MapValue root = roots.isEmpty() ? reader.nothing(Span.at(0)) : UserValues.mergeAll(roots);
    return new LayerValues(layer, root, Optional.of(file));
  }

  /**
   * Reads the first document of a text, whatever it is ({@code fromYaml}).
   *
   * @return empty for a text without content
   */
  public static Optional<Value> first(YamlFile file, Layer layer) {
    YamlNode node = file.firstRoot();
    return node == null || isTooLarge(file, node)
        ? Optional.empty()
        : Optional.of(new LayerReader(layer).convert(node, null));
  }

  /**
   * The problems that make Helm refuse the file. Helm 3 does not read beyond the first document, so
   * what is wrong behind it is no problem for that Helm.
   */
  public static List<YamlProblem> refusedFor(YamlFile file, HelmVersion version) {
    return Documents.refused(file, version);
  }

  private MapValue root(YamlDocument document, YamlFile file, DiagnosticSink sink) {
    YamlNode node = document.root();
    if (node == null || isTooLarge(file, node)) {
      return nothing(Span.at(document.span().start()));
    }
    Value value = convert(node, null);
    if (value instanceof MapValue map) {
      return map;
    }
    if (!(value instanceof ScalarValue(GoScalar.Nil _, _, _))) {
      sink.report(
          Diagnostic.of(
              ValuesRules.VALUES_NOT_A_MAP,
              layer.file().at(node.span()),
              "The top level of values must be a map and this is %s, so Helm refuses the file."
                  .formatted(GoKind.of(value))));
    }
    return nothing(node.span());
  }

  /** Whether the parser has said that aliases multiply, so that nobody should expand them. */
  private static boolean isTooLarge(YamlFile file, YamlNode node) {
    return file.problems().stream().anyMatch(problem -> problem.kind() == YamlProblem.Kind.BOUND)
        && ExpandedSize.of(node) > ExpandedSize.MAX;
  }

  private MapValue nothing(Span span) {
    return new MapValue(Map.of(), Map.of(), new Origin(layer, null, span), List.of());
  }

  private Value convert(YamlNode node, @Nullable Span key) {
    Origin origin = new Origin(layer, key, node.span());
    return switch (node) {
      case YamlScalar scalar -> new ScalarValue(content(scalar), origin, List.of());
      case YamlSequence sequence ->
          new ListValue(
              sequence.items().stream().map(item -> convert(item, null)).toList(),
              origin,
              List.of());
      case YamlMapping mapping -> new MapValue(entries(mapping), Map.of(), origin, List.of());
      case YamlAlias alias -> at(origin, target(alias));
    };
  }

  private Value target(YamlAlias alias) {
    Value known = anchored.get(alias.target());
    if (known == null) {
      known = convert(alias.target(), null);
      anchored.put(alias.target(), known);
    }
    return known;
  }

  private Map<String, Value> entries(YamlMapping mapping) {
    Map<String, Value> entries = LinkedHashMap.newLinkedHashMap(mapping.entries().size());
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        // go-yaml v2 merges where the key stands: what came before is overwritten.
        mergeKey(entry.value(), entries);
      } else {
        entry
            .keyText()
            .ifPresent(key -> entries.put(key, convert(entry.value(), entry.key().span())));
      }
    }
    return entries;
  }

  private void mergeKey(YamlNode merged, Map<String, Value> entries) {
    switch (merged) {
      case YamlMapping mapping -> entries.putAll(entries(mapping));
      case YamlAlias alias -> {
        if (target(alias) instanceof MapValue map) {
          entries.putAll(map.entries());
        }
      }
      case YamlSequence sequence -> {
        for (YamlNode item : sequence.items().reversed()) {
          // A list of lists is no merge key; the parser has reported it.
          if (!(item instanceof YamlSequence)) {
            mergeKey(item, entries);
          }
        }
      }
      case YamlScalar _ -> {}
    }
  }

  private static Value at(Origin origin, Value value) {
    return switch (value) {
      case ScalarValue scalar -> new ScalarValue(scalar.content(), origin, List.of());
      case ListValue list -> new ListValue(list.items(), origin, List.of());
      case MapValue map -> new MapValue(map.entries(), Map.of(), origin, List.of());
    };
  }

  private static GoScalar content(YamlScalar scalar) {
    return switch (scalar.value()) {
      case dev.plimsoll.yaml.ScalarValue.Null _ -> new GoScalar.Nil();
      case dev.plimsoll.yaml.ScalarValue.Bool(boolean value) -> new GoScalar.Bool(value);
      case dev.plimsoll.yaml.ScalarValue.Int(BigInteger value) ->
          new GoScalar.Float64(value.doubleValue());
      case dev.plimsoll.yaml.ScalarValue.Float(double value) -> new GoScalar.Float64(value);
      case dev.plimsoll.yaml.ScalarValue.Text(String value) -> new GoScalar.Text(value);
    };
  }
}
