package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into the fields of a Go struct as go-yaml v3 does with {@code KnownFields}: unknown
 * and repeated fields are errors, and so is a value that does not fit the type of its field.
 */
final class StateReader {

  private static final String STRING_TAG = "tag:yaml.org,2002:str";
  private static final int MAX_DEPTH = 200;
  private static final long MAX_NODES = 2_000_000;

  private final StateText text;
  private final DiagnosticSink sink;
  private long nodes;
  private boolean failed;

  StateReader(StateText text, DiagnosticSink sink) {
    this.text = text;
    this.sink = sink;
  }

  /** Whether something was reported for which helmfile stops. */
  boolean hasFailed() {
    return failed;
  }

  /**
   * Reads a node.
   *
   * @param path of the field, for messages
   * @return null for nothing: no value, or one that does not fit
   */
  @Nullable Value read(YamlNode node, Shape shape, String path) {
    return read(node, shape, path, null, 0);
  }

  private @Nullable Value read(
      YamlNode node, Shape shape, String path, @Nullable YamlNode key, int depth) {
    YamlNode target = target(node);
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new IllegalArgumentException("Too deep or too large");
    }
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case ANY -> any(target, origin(node, key), path, depth);
            case TEXT_OR_VALUES -> any(target, textOrigin(node, key), path, depth);
            default -> scalar(target, scalar, textOrigin(node, key), path);
          };
      case Shape.ListOf(Shape item) -> list(target, shape, item, origin(node, key), path, depth);
      case Shape.OneOrMany(Shape item) ->
          target instanceof YamlSequence || isNull(target)
              ? list(target, shape, item, origin(node, key), path, depth)
              : oneItem(read(node, item, path, null, depth + 1), origin(node, key));
      case Shape.MapOf(Shape value) -> map(target, shape, value, origin(node, key), path, depth);
      case Shape.Struct struct -> struct(target, struct, origin(node, key), path, depth);
      case Shape.TextOr(Shape.Struct struct, String field) ->
          target instanceof YamlScalar scalar && !isNull(scalar)
              ? wrapped(scalar, field, origin(node, key))
              : struct(target, struct, origin(node, key), path, depth);
    };
  }

  private static Value wrapped(YamlScalar scalar, String field, Origin origin) {
    return Nodes.map(Map.of(field, Nodes.text(scalar.text(), origin)), origin);
  }

  private static @Nullable Value oneItem(@Nullable Value item, Origin origin) {
    return item == null ? null : Nodes.list(List.of(item), origin);
  }

  private Value any(YamlNode node, Origin origin, String path, int depth) {
    return switch (node) {
      case YamlScalar scalar -> new ScalarValue(resolve(scalar), origin, List.of());
      case YamlSequence sequence -> {
        List<Value> items = new ArrayList<>(sequence.items().size());
        for (YamlNode item : sequence.items()) {
          Value read =
              read(item, Shape.Scalar.ANY, path + "[" + items.size() + "]", null, depth + 1);
          items.add(read == null ? nil(origin) : read);
        }
        yield Nodes.list(items, origin);
      }
      case YamlMapping mapping ->
          Nodes.map(entries(mapping, _ -> Shape.Scalar.ANY, path, depth, true), origin);
      case YamlAlias _ -> throw new IllegalStateException("An alias of an alias");
    };
  }

  private @Nullable Value scalar(YamlNode node, Shape.Scalar shape, Origin origin, String path) {
    if (!(node instanceof YamlScalar scalar)) {
      mismatch(node, shape, path);
      return null;
    }
    GoScalar resolved = resolve(scalar);
    if (resolved instanceof GoScalar.Nil) {
      return null;
    }
    GoScalar content =
        switch (shape) {
          case TEXT, TEXT_POINTER -> new GoScalar.Text(scalar.text());
          case FLAG, FLAG_POINTER -> flag(resolved, scalar);
          case NUMBER, NUMBER_POINTER -> number(resolved);
          case FRACTION_POINTER ->
              resolved instanceof GoScalar.Int64(long value)
                  ? new GoScalar.Float64(value)
                  : resolved instanceof GoScalar.Float64 ? resolved : null;
          case ANY, TEXT_OR_VALUES -> resolved;
        };
    if (content == null) {
      mismatch(node, shape, path);
      return null;
    }
    return new ScalarValue(content, origin, List.of());
  }

  private static @Nullable GoScalar flag(GoScalar resolved, YamlScalar scalar) {
    if (resolved instanceof GoScalar.Bool) {
      return resolved;
    }
    Boolean old = scalar.style() == ScalarStyle.PLAIN ? GoYaml3.oldBoolean(scalar.text()) : null;
    return old == null ? null : new GoScalar.Bool(old);
  }

  private static @Nullable GoScalar number(GoScalar resolved) {
    return switch (resolved) {
      case GoScalar.Int64 _ -> resolved;
      case GoScalar.Float64(double value) when Math.abs(value) < 9e18 ->
          new GoScalar.Int64((long) value);
      case GoScalar.Float64 _, GoScalar.Text _, GoScalar.Bool _, GoScalar.Nil _ -> null;
    };
  }

  private @Nullable Value list(
      YamlNode node, Shape shape, Shape item, Origin origin, String path, int depth) {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof YamlSequence sequence)) {
      mismatch(node, shape, path);
      return null;
    }
    List<Value> items = new ArrayList<>(sequence.items().size());
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode each = sequence.items().get(i);
      Value read = read(each, item, path + "[" + i + "]", null, depth + 1);
      items.add(read == null ? zero(item, origin(each, null)) : read);
    }
    return Nodes.list(items, origin);
  }

  /** What an item is that says nothing, or something else than it should. */
  private static Value zero(Shape shape, Origin origin) {
    return switch (shape) {
      case Shape.Struct _, Shape.TextOr _, Shape.MapOf _ -> Nodes.map(Map.of(), origin);
      case Shape.ListOf _, Shape.OneOrMany _ -> Nodes.list(List.of(), origin);
      case Shape.Scalar scalar ->
          scalar == Shape.Scalar.ANY || scalar == Shape.Scalar.TEXT_OR_VALUES
              ? nil(origin)
              : Nodes.text("", origin);
    };
  }

  private @Nullable Value map(
      YamlNode node, Shape shape, Shape value, Origin origin, String path, int depth) {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof YamlMapping mapping)) {
      mismatch(node, shape, path);
      return null;
    }
    return Nodes.map(entries(mapping, _ -> value, path, depth, true), origin);
  }

  private @Nullable Value struct(
      YamlNode node, Shape.Struct struct, Origin origin, String path, int depth) {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof YamlMapping mapping)) {
      mismatch(node, struct, path);
      return null;
    }
    return Nodes.map(
        entries(
            mapping,
            key -> {
              Shape shape = struct.fields().get(key.text());
              if (shape == null) {
                fail(UnknownField.diagnostic(text, key, struct, path));
              }
              return shape;
            },
            path,
            depth,
            false),
        origin);
  }

  @FunctionalInterface
  private interface Fields {
    @Nullable Shape shape(YamlScalar key);
  }

  private Map<String, Value> entries(
      YamlMapping mapping, Fields fields, String path, int depth, boolean keepsNulls) {
    Map<String, Value> entries = new LinkedHashMap<>();
    Map<String, Location> said = new LinkedHashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge() || !(target(entry.key()) instanceof YamlScalar key)) {
        continue;
      }
      Location first = said.putIfAbsent(key.text(), text.locate(entry.key().span()));
      if (first != null) {
        fail(repeated(entry, key.text(), first));
        continue;
      }
      Shape shape = fields.shape(key);
      if (shape != null) {
        put(entries, entry, key.text(), shape, path, depth, keepsNulls);
      }
    }
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        merge(entry.value(), entries, fields, path, depth, keepsNulls);
      }
    }
    return entries;
  }

  private void put(
      Map<String, Value> entries,
      YamlEntry entry,
      String key,
      Shape shape,
      String path,
      int depth,
      boolean keepsNulls) {
    String inner = path.isEmpty() ? key : path + "." + key;
    Value value = read(entry.value(), shape, inner, entry.key(), depth + 1);
    if (value != null) {
      entries.put(key, value);
    } else if (keepsNulls) {
      entries.put(key, zero(shape, origin(entry.value(), entry.key())));
    }
  }

  /** go-yaml v3 merges last, and only what the mapping itself does not say. */
  private void merge(
      YamlNode merged,
      Map<String, Value> entries,
      Fields fields,
      String path,
      int depth,
      boolean keepsNulls) {
    switch (target(merged)) {
      case YamlMapping mapping ->
          entries(mapping, fields, path, depth + 1, keepsNulls).forEach(entries::putIfAbsent);
      case YamlSequence sequence -> {
        for (YamlNode item : sequence.items()) {
          if (target(item) instanceof YamlMapping) {
            merge(item, entries, fields, path, depth + 1, keepsNulls);
          }
        }
      }
      case YamlScalar _, YamlAlias _ -> {}
    }
  }

  private Diagnostic repeated(YamlEntry entry, String key, Location first) {
    return Diagnostic.of(
            HelmfileRules.DUPLICATE_FIELD,
            text.locate(entry.key().span()),
            "`" + key + "` is said twice, so helmfile refuses the file.")
        .withRelated(
            dev.plimsoll.diagnostic.RelatedLocation.Role.DEFINITION,
            first,
            "It is said here first.");
  }

  private void mismatch(YamlNode node, Shape shape, String path) {
    fail(WrongType.diagnostic(text, node, shape, path));
  }

  private void fail(Diagnostic diagnostic) {
    failed = true;
    sink.report(diagnostic);
  }

  /** Reports something else that makes helmfile stop. */
  void fail(RuleId rule, Span span, String message) {
    fail(Diagnostic.of(rule, text.locate(span), message));
  }

  /** The origin of a name, path or flag. */
  private Origin textOrigin(YamlNode node, @Nullable YamlNode key) {
    if (!(target(node) instanceof YamlScalar)) {
      return origin(node, key);
    }
    return origin(text.locateText(node.span()), key);
  }

  /** The origin of a node: a scalar's own, that of a collection where it begins. */
  private Origin origin(YamlNode node, @Nullable YamlNode key) {
    boolean isWhole = !text.isRendered() || target(node) instanceof YamlScalar;
    return origin(isWhole ? text.locate(node.span()) : text.locateStart(node.span()), key);
  }

  private Origin origin(Location place, @Nullable YamlNode key) {
    Span keySpan = null;
    if (key != null) {
      Location keyPlace = text.locate(key.span());
      keySpan = keyPlace.file().equals(place.file()) ? keyPlace.span() : null;
    }
    return new Origin(new Layer(Layer.Kind.VALUES_FILE, place.file()), keySpan, place.span());
  }

  private static GoScalar resolve(YamlScalar scalar) {
    boolean isPlain = scalar.style() == ScalarStyle.PLAIN;
    String tag = scalar.tag();
    if (!isPlain || STRING_TAG.equals(tag) || "!".equals(tag)) {
      return new GoScalar.Text(scalar.text());
    }
    return GoYaml3.resolve(scalar.text());
  }

  static boolean isNull(YamlNode node) {
    return target(node) instanceof YamlScalar scalar && resolve(scalar) instanceof GoScalar.Nil;
  }

  private static ScalarValue nil(Origin origin) {
    return new ScalarValue(new GoScalar.Nil(), origin, List.of());
  }

  static YamlNode target(YamlNode node) {
    return node instanceof YamlAlias alias ? alias.target() : node;
  }

  /** Reads the root of values; null if it is no map. */
  static @Nullable MapValue asMap(@Nullable Value value) {
    return value instanceof MapValue map ? map : null;
  }

  /** Reads a list as it is; empty if it is none. */
  static List<Value> asList(@Nullable Value value) {
    return value instanceof ListValue list ? list.items() : List.of();
  }
}
