package dev.plimsoll.manifest;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.Dependencies;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a rendered object, whether it is there or not. What is not there can be asked further:
 * {@code container.get("resources", "limits", "memory")} always gives a field, and its {@link
 * #origin} is where a person would add it.
 *
 * <p>A field whose value is null is not there, as for the API server.
 */
public final class Field {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** An index, a quoted key in brackets, or a plain key. */
  private static final Pattern STEP =
      Pattern.compile("\\.?(?:\\[(\\d{1,9})]|\\[[\"']([^\"']*)[\"']]|([^.\\[]+))");

  private final KubernetesObject object;
  private final @Nullable Field parent;
  private final String step;
  private final @Nullable YamlEntry entry;
  private final @Nullable YamlNode node;

  private Field(
      KubernetesObject object,
      @Nullable Field parent,
      String step,
      @Nullable YamlEntry entry,
      @Nullable YamlNode node) {
    this.object = object;
    this.parent = parent;
    this.step = step;
    this.entry = entry;
    YamlNode resolved = StructFields.resolve(node);
    this.node = StructFields.isNull(resolved) ? null : resolved;
  }

  static Field root(KubernetesObject object, @Nullable YamlNode node) {
    return new Field(object, null, "", null, node);
  }

  public KubernetesObject object() {
    return object;
  }

  public boolean exists() {
    return node != null;
  }

  /** The field below this one, step by step. */
  public Field get(String... keys) {
    Field at = this;
    for (String key : keys) {
      at = at.child(key);
    }
    return at;
  }

  /**
   * The field at a path as {@link #path} writes it: {@code spec.ports[0].name}, {@code
   * metadata.annotations["a.b/c"]}. What a path cannot be is a field that is not there.
   */
  public Field at(String path) {
    Field at = this;
    Matcher step = STEP.matcher(path);
    while (step.lookingAt()) {
      if (step.group(1) != null) {
        at = at.item(Integer.parseInt(step.group(1)));
      } else {
        at = at.child(step.group(2) != null ? step.group(2) : step.group(3));
      }
      step.region(step.end(), path.length());
    }
    return at;
  }

  /** The items of a list; empty for anything else. */
  public List<Field> items() {
    List<Field> items = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        items.add(new Field(object, this, "[" + items.size() + "]", null, item));
      }
    }
    return items;
  }

  /** The texts of the items of a list, in order; what is no scalar is left out. */
  public List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The fields of a map that are there, in the order of the text; empty for anything else. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Optional<StructFields> all = StructFields.of(node);
    if (all.isPresent()) {
      all.get()
          .entries()
          .forEach((key, found) -> {
            Field field = new Field(object, this, key, found, found.value());
            if (field.exists()) {
              fields.add(field);
            }
          });
    }
    return fields;
  }

  /** Whether the text has a key below this map, though it may be null and so no field. */
  public boolean hasKey(String key) {
    return StructFields.get(node, key) != null;
  }

  /** The key of this field in its map; {@code [2]} for an item of a list; empty for the object. */
  public String key() {
    return step;
  }

  /** The field that this one belongs to; empty for the object. */
  public Optional<Field> parent() {
    return Optional.ofNullable(parent);
  }

  /** The text of a scalar of any type; empty for anything else. */
  public Optional<String> text() {
    return node instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  /** Whether this is the boolean true. */
  public boolean isTrue() {
    return isBoolean(true);
  }

  /** Whether this is the boolean false, and not just missing. */
  public boolean isFalse() {
    return isBoolean(false);
  }

  /** A whole number that fits 64 bits; empty for anything else. */
  public Optional<Long> integer() {
    return node instanceof YamlScalar scalar
            && scalar.value() instanceof ScalarValue.Int whole
            && whole.value().bitLength() < Long.SIZE
        ? Optional.of(whole.value().longValue())
        : Optional.empty();
  }

  /** An amount of a resource, written as a text or a number; empty for what is none. */
  public Optional<Quantity> quantity() {
    return text().flatMap(Quantity::parse);
  }

  public boolean isMap() {
    return node instanceof YamlMapping;
  }

  public boolean isList() {
    return node instanceof YamlSequence;
  }

  /** The value in the rendered document; empty for what is not there. */
  public Optional<YamlNode> node() {
    return Optional.ofNullable(node);
  }

  /**
   * As users of {@code kubectl} write it: {@code spec.template.spec.containers[0].image}; keys with
   * other characters are quoted in brackets. Empty for the object itself.
   */
  public String path() {
    if (parent == null) {
      return "";
    }
    String before = parent.path();
    if (step.startsWith("[")) {
      return before + step;
    }
    if (!PLAIN_KEY.matcher(step).matches()) {
      return before + "[\"" + step + "\"]";
    }
    return before.isEmpty() ? step : before + "." + step;
  }

  /**
   * The place that a person would edit to change this field, or to add it. Of a map or list it is
   * that of its key, or the values that a template prints behind its key. Empty if nobody tracked
   * origins.
   */
  public Optional<SpanOrigin> origin() {
    if (exists()) {
      Span head = object.inTemplate(headSpan());
      return isMap() || isList()
          ? object.origins().ofWhole(object.inTemplate(valueSpan()), head)
          : object.origins().of(head);
    }
    List<String> missing = new ArrayList<>();
    Field at = this;
    while (!at.exists() && at.parent != null) {
      missing.addFirst(at.step);
      at = at.parent;
    }
    return object.originOfMissing(at, missing);
  }

  /**
   * The place of the last characters of a scalar, such as the tag of an image, which may come from
   * elsewhere than the others; of the whole field where the text is written in another way.
   */
  public Optional<SpanOrigin> originOfEnd(int length) {
    if (!(node instanceof YamlScalar scalar) || length == 0) {
      return origin();
    }
    int quote =
        switch (scalar.style()) {
          case PLAIN -> 0;
          case SINGLE_QUOTED, DOUBLE_QUOTED -> 1;
          case LITERAL, FOLDED -> -1;
        };
    Span whole = scalar.span();
    boolean isWrittenAsItIs = quote >= 0 && whole.length() == scalar.text().length() + 2 * quote;
    int end = whole.end() - quote;
    return isWrittenAsItIs
        ? object.origins().of(object.inTemplate(new Span(end - length, end)))
        : origin();
  }

  /** The place that a person would edit to rename this field. Empty if nobody tracked origins. */
  public Optional<SpanOrigin> keyOrigin() {
    YamlEntry own = entry;
    return own == null ? origin() : object.origins().of(object.inTemplate(own.key().span()));
  }

  /** What the value depends on, be it only that there is one. Nothing if nobody tracked origins. */
  public Dependencies dependencies() {
    return object.origins().dependencies(object.inTemplate(valueSpan()));
  }

  /** The span of the whole value in the document; that of the nearest field above if missing. */
  public Span valueSpan() {
    Field at = this;
    while (at.node == null && at.parent != null) {
      at = at.parent;
    }
    return at.node == null ? Span.at(0) : at.node.span();
  }

  /** What stands for the field in a report: a scalar itself, or the key of a map or list. */
  Span headSpan() {
    if (node instanceof YamlScalar scalar) {
      return scalar.span();
    }
    if (entry != null) {
      return entry.key().span();
    }
    // An item of a list, or the object: its first key stands for it.
    return node instanceof YamlMapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().getFirst().span()
        : valueSpan();
  }

  private Field item(int index) {
    List<Field> items = items();
    return index < items.size()
        ? items.get(index)
        : new Field(object, this, "[" + index + "]", null, null);
  }

  private Field child(String key) {
    YamlEntry found = StructFields.get(node, key);
    return new Field(object, this, key, found, found == null ? null : found.value());
  }

  private boolean isBoolean(boolean wanted) {
    return node instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Bool found
        && found.value() == wanted;
  }

  @Override
  public String toString() {
    return object + " " + path();
  }
}
