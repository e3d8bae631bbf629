package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.TreeWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Tells a writer what a value of a template holds, as a Go encoder sees it. */
final class GoTree {

  /** Go looks for cycles from this depth on; nobody nests deeper. */
  private static final int MAX_DEPTH = 1_000;

  /** How much is written between two charges. */
  private static final long CHARGE = 16_384;

  private static final long COST_OF_NODE = 8;

  private final TreeWriter<Leaf> writer;
  private final Encoding encoding;
  private final FunctionContext context;
  private final Deque<GoValue> around = new ArrayDeque<>();
  private long written;

  GoTree(TreeWriter<Leaf> writer, Encoding encoding, FunctionContext context) {
    this.writer = writer;
    this.encoding = encoding;
    this.context = context;
  }

  /**
   * Writes a value.
   *
   * @throws EncodingFailure if it has no form in this format
   */
  void write(GoValue value) {
    writeNode(value);
    context.charge(written);
  }

  private void writeNode(GoValue value) {
    count(0);
    switch (value) {
      case GoNil _ -> writer.token("null", leaf(value));
      case GoBool bool -> writer.token(Boolean.toString(bool.value()), leaf(value));
      case GoInt number -> writeInt(number);
      case GoFloat number -> writeFloat(number);
      case GoString string -> writeText(string.content());
      case GoBytes bytes -> writeBytes(bytes);
      case GoList list -> writeList(list);
      case GoMap map -> writeMap(map);
      case GoObject object -> writeObject(object);
    }
  }

  private Leaf leaf(GoValue value) {
    return context.isTracked() ? Leaf.of(value) : Leaf.UNKNOWN;
  }

  private void writeInt(GoInt number) {
    if (encoding == Encoding.PRETTY_YAML && number.type() == GoInt.Type.DURATION) {
      writeText(TracedText.computed(GoDuration.print(number.value()), number.trace()));
      return;
    }
    String digits =
        number.type().isSigned()
            ? Long.toString(number.value())
            : Long.toUnsignedString(number.value());
    writer.token(digits, leaf(number));
  }

  private void writeFloat(GoFloat number) {
    double value = number.value();
    if (encoding != Encoding.PRETTY_YAML && !Double.isFinite(value)) {
      String name = Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
      throw new EncodingFailure("json: unsupported value: " + name);
    }
    writer.number(value, leaf(number));
  }

  private void writeText(TracedText text) {
    TracedText encoded = encoding == Encoding.YAML ? EncodedText.throughJson(text) : text;
    count(encoded.length());
    writer.text(encoded.text(), context.isTracked() ? Leaf.of(encoded) : Leaf.UNKNOWN);
  }

  private void writeBytes(GoBytes bytes) {
    if (encoding != Encoding.PRETTY_YAML) {
      String encoded = Base64.getEncoder().encodeToString(bytes.bytes());
      writeText(TracedText.computed(encoded, bytes.trace()));
      return;
    }
    Leaf leaf = leaf(bytes);
    writer.openList(bytes.bytes().length, leaf);
    for (byte one : bytes.bytes()) {
      count(0);
      writer.item();
      writer.token(Integer.toString(one & 0xFF), leaf);
    }
    writer.close();
  }

  private void writeList(GoList list) {
    enter(list);
    writer.openList(list.items().size(), leaf(list));
    for (GoValue item : list.items()) {
      writer.item();
      writeNode(item);
    }
    writer.close();
    around.pop();
  }

  private void writeMap(GoMap map) {
    if (map.isNil() && encoding != Encoding.PRETTY_YAML) {
      writer.token("null", leaf(map));
      return;
    }
    enter(map);
    writer.openMap(map.size(), leaf(map));
    for (String key : writer.inOrder(map.keys())) {
      GoValue value = map.get(key);
      if (value != null) {
        writeKey(key, context.isTracked() ? Leaf.ofKey(map, key) : Leaf.UNKNOWN);
        writeNode(value);
      }
    }
    writer.close();
    around.pop();
  }

  private void writeKey(String key, Leaf leaf) {
    count(key.length());
    if (encoding != Encoding.YAML) {
      writer.key(key, leaf);
      return;
    }
    EncodedText.checkKey(key);
    boolean tracked = context.isTracked();
    TracedText encoded = EncodedText.throughJson(tracked ? leaf.text() : TracedText.untracked(key));
    writer.key(encoded.text(), tracked ? new Leaf(leaf.trace(), encoded) : leaf);
  }

  private void writeObject(GoObject object) {
    switch (object.encoded()) {
      case Encoded.Text(TracedText text)
          when encoding == Encoding.PRETTY_YAML && object instanceof GoTime ->
          writer.token(text.text(), leaf(object));
      case Encoded.Text(TracedText text) -> writeText(text);
      case Encoded.Plain(GoValue value) -> writeNode(value);
      case Encoded.Struct(List<Encoded.Field> fields) -> writeStruct(object, fields);
    }
  }

  private void writeStruct(GoObject object, List<Encoded.Field> fields) {
    enter(object);
    List<Encoded.Field> shown = new ArrayList<>();
    for (Encoded.Field field : fields) {
      if (encoding == Encoding.PRETTY_YAML || !field.skipsEmpty() || isWritten(field.value())) {
        shown.add(field);
      }
    }
    if (encoding == Encoding.YAML) {
      List<String> names = writer.inOrder(shown.stream().map(Encoded.Field::jsonName).toList());
      shown.sort((one, other) -> names.indexOf(one.jsonName()) - names.indexOf(other.jsonName()));
    }
    writer.openMap(shown.size(), leaf(object));
    for (Encoded.Field field : shown) {
      boolean pretty = encoding == Encoding.PRETTY_YAML;
      String name = pretty ? field.name().toLowerCase(Locale.ROOT) : field.jsonName();
      writer.key(
          name,
          context.isTracked()
              ? new Leaf(object.trace(), TracedText.computed(name, object.trace()))
              : Leaf.UNKNOWN);
      writeNode(field.value());
    }
    writer.close();
    around.pop();
  }

  /** Whether {@code omitempty} lets a value through; structs are never empty. */
  private static boolean isWritten(GoValue value) {
    return value instanceof GoObject || value.isTrue();
  }

  private void enter(GoValue collection) {
    if (around.size() >= MAX_DEPTH) {
      throw tooDeep(collection);
    }
    around.push(collection);
  }

  private RuntimeException tooDeep(GoValue collection) {
    return encoding != Encoding.PRETTY_YAML && isCycle()
        ? new EncodingFailure(
            "json: unsupported value: encountered a cycle via " + collection.typeName())
        : new GoFailure(
            "value nests deeper than %,d levels".formatted(MAX_DEPTH), collection.trace());
  }

  private boolean isCycle() {
    List<GoMap> maps = new ArrayList<>();
    for (GoValue open : around) {
      if (open instanceof GoMap map) {
        if (maps.stream().anyMatch(map::isSameMap)) {
          return true;
        }
        maps.add(map);
      }
    }
    return false;
  }

  private void count(int characters) {
    written += characters + COST_OF_NODE;
    if (written >= CHARGE) {
      context.charge(written);
      written = 0;
    }
  }
}
