package dev.plimsoll.cel.value;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mapping or sequence of a YAML document as a CEL value that knows its place. Aliases are
 * followed, merge keys apply, and scalars are what they become in JSON. Immutable: one view of an
 * object serves all rules.
 */
public abstract sealed class YamlView permits YamlMapView, YamlListView {

  private final YamlNode node;
  private final @Nullable YamlView parent;
  private final Object key;
  private final boolean isObject;

  YamlView(YamlNode node, @Nullable YamlView parent, Object key, boolean isObject) {
    this.node = node;
    this.parent = parent;
    this.key = key;
    this.isObject = isObject;
  }

  /**
   * The value of a whole document.
   *
   * @param variable the name under which an expression knows it, such as {@code object}
   */
  public static Object of(@Nullable YamlNode root, String variable) {
    return value(root, null, variable, false);
  }

  /**
   * The same for an object of Kubernetes or a part of one: a field that is null is not there, as
   * for the decoders of the API server.
   */
  public static Object ofObject(@Nullable YamlNode root, String variable) {
    return value(root, null, variable, true);
  }

  /** The value of a node inside this one. */
  final Object value(@Nullable YamlNode inner, Object at) {
    return value(inner, this, at, isObject);
  }

  private static Object value(
      @Nullable YamlNode node, @Nullable YamlView parent, Object key, boolean isObject) {
    YamlNode resolved = StructFields.resolve(node);
    if (resolved instanceof YamlMapping mapping) {
      return new YamlMapView(mapping, parent, key, isObject);
    }
    if (resolved instanceof YamlSequence sequence) {
      return new YamlListView(sequence, parent, key, isObject);
    }
    return resolved instanceof YamlScalar scalar ? scalar(scalar.value()) : CelNull.NULL;
  }

  /** The mapping or sequence. */
  public YamlNode node() {
    return node;
  }

  /** What holds this one; null for a document. */
  public @Nullable YamlView parent() {
    return parent;
  }

  /** Its key or index (a Long) in the parent; the name of the variable for a document. */
  public Object key() {
    return key;
  }

  /** Whether a field of which the text says null is none. */
  final boolean isObject() {
    return isObject;
  }

  /** The node at a key or index; null if there is none. */
  abstract @Nullable YamlNode nodeAt(Object at);

  private static Object scalar(ScalarValue value) {
    if (value instanceof ScalarValue.Text(String text)) {
      return text;
    }
    if (value instanceof ScalarValue.Int(BigInteger number)) {
      return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.doubleValue();
    }
    if (value instanceof ScalarValue.Bool(boolean truth)) {
      return truth;
    }
    return value instanceof ScalarValue.Float(double number) ? number(number) : CelNull.NULL;
  }

  /** JSON writes whole numbers below 1e21 without a point, and reads them as integers. */
  private static Object number(double number) {
    boolean whole = number == Math.rint(number) && number >= -0x1p63 && number < 0x1p63;
    return whole ? (Object) (long) number : number;
  }
}
