package dev.plimsoll.kubernetes;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object while it is judged. Unlike a {@link dev.plimsoll.manifest.Field} it is always
 * there, may be null, and keeps its own parts, which all checks ask for. Thread-safe.
 */
public final class Part {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_$][A-Za-z0-9_-]*");

  private final @Nullable Part parent;
  private final String step;
  private final YamlNode node;
  private volatile @Nullable Map<String, Part> fields;
  private volatile @Nullable List<Part> items;

  private Part(@Nullable Part parent, String step, YamlNode value) {
    this.parent = parent;
    this.step = step;
    YamlNode resolved = StructFields.resolve(value);
    this.node = resolved == null ? value : resolved;
  }

  /** A whole object. */
  public static Part root(YamlNode node) {
    return new Part(null, "", node);
  }

  YamlNode node() {
    return node;
  }

  /** As reports write it: {@code spec.containers[0].image}; empty for the whole object. */
  public String path() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }

  private void appendTo(StringBuilder text) {
    if (parent != null) {
      parent.appendTo(text);
      append(text, step);
    }
  }

  private static void append(StringBuilder text, String step) {
    if (step.startsWith("[")) {
      text.append(step);
    } else if (!PLAIN_KEY.matcher(step).matches()) {
      text.append("[\"").append(step).append("\"]");
    } else {
      text.append(text.isEmpty() ? "" : ".").append(step);
    }
  }

  /** The path of a field, whether it is there or not. */
  String path(String field) {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    append(text, field);
    return text.toString();
  }

  /** The last step of the path. */
  String name() {
    return step;
  }

  boolean isMapping() {
    return node instanceof YamlMapping;
  }

  boolean isList() {
    return node instanceof YamlSequence;
  }

  boolean isNull() {
    return node instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Null;
  }

  /** The fields in order, also those that are null; none if this is no mapping. */
  Map<String, Part> fields() {
    Map<String, Part> known = fields;
    if (known == null) {
      Map<String, Part> made = new LinkedHashMap<>();
      Optional<StructFields> all = StructFields.of(node);
      if (all.isPresent()) {
        for (Map.Entry<String, YamlEntry> entry : all.get().entries().entrySet()) {
          made.put(entry.getKey(), new Part(this, entry.getKey(), entry.getValue().value()));
        }
      }
      known = made;
      fields = known;
    }
    return known;
  }

  /** The items in order; none if this is no list. */
  List<Part> items() {
    List<Part> known = items;
    if (known == null) {
      List<Part> made = new ArrayList<>();
      List<YamlNode> nodes = StructFields.items(node);
      for (int i = 0; i < nodes.size(); i++) {
        made.add(new Part(this, "[" + i + "]", nodes.get(i)));
      }
      known = made;
      items = known;
    }
    return known;
  }

  /** A field that says something. */
  Optional<Part> get(String name) {
    return Optional.ofNullable(fields().get(name)).filter(part -> !part.isNull());
  }

  /** A field below fields. */
  Optional<Part> at(String... path) {
    Part found = this;
    for (String name : path) {
      Optional<Part> next = found.get(name);
      if (next.isEmpty()) {
        return next;
      }
      found = next.get();
    }
    return Optional.of(found);
  }

  boolean has(String name) {
    return get(name).isPresent();
  }

  /** The items of a field. */
  List<Part> list(String name) {
    return get(name).map(Part::items).orElse(List.of());
  }

  /** The content of a scalar that is text. */
  Optional<String> text() {
    return node instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** The text of a field; empty also where the text is. */
  Optional<String> text(String name) {
    return get(name).flatMap(Part::text).filter(text -> !text.isEmpty());
  }

  /** The text of a field, or what the server takes instead. */
  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** The whole number that this is. */
  Optional<Long> integer() {
    if (!(node instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.value()) {
      case ScalarValue.Int number when number.value().bitLength() < Long.SIZE ->
          Optional.of(number.value().longValue());
      case ScalarValue.Float number
          when number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e18 ->
          Optional.of((long) number.value());
      case ScalarValue.Int _,
          ScalarValue.Float _,
          ScalarValue.Bool _,
          ScalarValue.Null _,
          ScalarValue.Text _ ->
          Optional.empty();
    };
  }

  /** The whole number of a field. */
  Optional<Long> integer(String name) {
    return get(name).flatMap(Part::integer);
  }

  boolean isTrue(String name) {
    return get(name).flatMap(Part::bool).orElse(false);
  }

  Optional<Boolean> bool() {
    return node instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Bool bool
        ? Optional.of(bool.value())
        : Optional.empty();
  }

  /** The scalar as JSON would have it, without quotes; empty for mappings and lists. */
  Optional<String> json() {
    if (!(node instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.value()) {
      case ScalarValue.Text text -> Optional.of(text.value());
      case ScalarValue.Int(BigInteger number) -> Optional.of(digits(number));
      case ScalarValue.Float(double number) -> Optional.of(Double.toString(number));
      case ScalarValue.Bool(boolean value) -> Optional.of(Boolean.toString(value));
      case ScalarValue.Null _ -> Optional.empty();
    };
  }

  /** Nearly all numbers are small, and a {@code long} is written much faster. */
  private static String digits(BigInteger number) {
    return number.bitLength() < Long.SIZE ? Long.toString(number.longValue()) : number.toString();
  }
}
