package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoFloats;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.PrintTarget;
import java.util.ArrayList;
import java.util.List;

/** Writes TOML as {@code BurntSushi/toml} does ({@code encode.go}). */
final class TomlWriter {

  private static final String INDENT = "  ";
  private static final int MAX_DEPTH = 1_000;
  private static final long COST_OF_NODE = 8;

  private final PrintTarget<Leaf> target;
  private final FunctionContext context;
  private final TomlTables tables = new TomlTables();
  private boolean hasWritten;
  private int depth;

  TomlWriter(PrintTarget<Leaf> target, FunctionContext context) {
    this.target = target;
    this.context = context;
  }

  /**
   * Writes a document.
   *
   * @throws EncodingFailure for what has no form in TOML
   */
  void write(GoValue value) {
    if (value instanceof GoNil) {
      throw new GoFailure("reflect: call of reflect.Value.Type on zero Value", value.trace());
    }
    encode(List.of(), value);
  }

  /** A key of the path to a value. */
  private record Step(String key, Leaf leaf) {}

  private void encode(List<Step> path, GoValue value) {
    context.charge(COST_OF_NODE);
    if (++depth > MAX_DEPTH) {
      throw new GoFailure("value nests deeper than %,d levels".formatted(MAX_DEPTH), value.trace());
    }
    switch (TomlTables.plain(value)) {
      case GoNil _ -> {}
      case GoMap map -> writeTable(path, map, TomlEntry.of(map));
      case GoObject object when tables.isTable(object) ->
          writeTable(path, object, TomlEntry.ofTable(object));
      case GoList list when tables.isTableArray(list) -> writeTables(path, list);
      case GoValue other -> writeKeyValue(path, other, false);
    }
    depth--;
  }

  private void writeTables(List<Step> path, GoList list) {
    if (path.isEmpty()) {
      throw new EncodingFailure("toml: top-level values must be Go maps or structs");
    }
    for (GoValue item : list.items()) {
      GoValue table = TomlTables.plain(item);
      newLine(list);
      from(list);
      write(indentation(path) + "[[");
      writePath(path, list);
      write("]]");
      newLine(list);
      writeEntries(path, table, TomlEntry.ofTable(table), false);
    }
  }

  private void writeTable(List<Step> path, GoValue table, List<TomlEntry> entries) {
    if (path.size() == 1) {
      newLine(table);
    }
    if (!path.isEmpty()) {
      from(table);
      write(indentation(path) + "[");
      writePath(path, table);
      write("]");
      newLine(table);
    }
    writeEntries(path, table, entries, false);
  }

  private void writeEntries(
      List<Step> path, GoValue table, List<TomlEntry> entries, boolean isInline) {
    List<TomlEntry> direct = new ArrayList<>();
    List<TomlEntry> below = new ArrayList<>();
    for (TomlEntry entry : entries) {
      (tables.isTable(entry.value()) ? below : direct).add(entry);
    }
    if (!isInline) {
      for (List<TomlEntry> part : List.of(direct, below)) {
        for (TomlEntry entry : part) {
          encode(added(path, entry), entry.value());
        }
      }
      return;
    }
    from(table);
    write("{");
    writeInline(table, direct, !below.isEmpty());
    writeInline(table, below, false);
    from(table);
    write("}");
  }

  private void writeInline(GoValue table, List<TomlEntry> entries, boolean hasMore) {
    for (int i = 0; i < entries.size(); i++) {
      TomlEntry entry = entries.get(i);
      // What is nil is left out with its comma, but not with the one before it.
      if (entry.value() instanceof GoNil) {
        continue;
      }
      writeKeyValue(added(List.of(), entry), entry.value(), true);
      if (hasMore || i + 1 < entries.size()) {
        from(table);
        write(", ");
      }
    }
  }

  private List<Step> added(List<Step> path, TomlEntry entry) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(new Step(entry.key(), context.isTracked() ? entry.leaf() : Leaf.UNKNOWN));
    return longer;
  }

  private void writeKeyValue(List<Step> path, GoValue value, boolean isInline) {
    if (path.isEmpty()) {
      writeElement(value);
      return;
    }
    from(value);
    write(indentation(path));
    writeKey(path.getLast());
    from(value);
    write(" = ");
    writeElement(value);
    if (!isInline) {
      newLine(value);
    }
  }

  private void writeElement(GoValue value) {
    context.charge(COST_OF_NODE);
    switch (TomlTables.plain(value)) {
      case GoNil _ -> throw new EncodingFailure("toml: cannot encode array with nil element");
      case GoBool bool -> writeToken(value, Boolean.toString(bool.value()));
      case GoInt number -> writeInt(number);
      case GoFloat number -> writeToken(value, number(number.value()));
      case GoString text -> writeText(text.content());
      case GoBytes bytes -> writeList(value, TomlTables.numbers(bytes));
      case GoList list -> writeList(value, list.items());
      case GoMap map -> writeInlineTable(map, TomlEntry.of(map));
      case GoTime time -> writeToken(value, time.format(GoTime.RFC_3339));
      case GoObject object -> {
        if (object.encoded() instanceof Encoded.Text(TracedText text)) {
          writeText(text);
        } else {
          writeInlineTable(object, TomlEntry.ofTable(object));
        }
      }
    }
  }

  private void writeInlineTable(GoValue table, List<TomlEntry> entries) {
    if (++depth > MAX_DEPTH) {
      throw new GoFailure("value nests deeper than %,d levels".formatted(MAX_DEPTH), table.trace());
    }
    writeEntries(List.of(), table, entries, true);
    depth--;
  }

  private void writeInt(GoInt number) {
    if (number.type() == GoInt.Type.DURATION) {
      writeText(TracedText.computed(GoDuration.print(number.value()), number.trace()));
      return;
    }
    boolean isSigned = number.type().isSigned();
    long value = number.value();
    writeToken(number, isSigned ? Long.toString(value) : Long.toUnsignedString(value));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String digits = GoFloats.format(value, 'g', GoFloats.SHORTEST);
    boolean isFloat = digits.indexOf('e') >= 0 || digits.indexOf('.') >= 0;
    return isFloat ? digits : digits + ".0";
  }

  private void writeList(GoValue list, List<GoValue> items) {
    if (++depth > MAX_DEPTH) {
      throw new GoFailure("value nests deeper than %,d levels".formatted(MAX_DEPTH), list.trace());
    }
    from(list);
    write("[");
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        from(list);
        write(", ");
      }
      writeElement(items.get(i));
    }
    from(list);
    write("]");
    depth--;
  }

  private void writeToken(GoValue value, String token) {
    from(value);
    write(token);
  }

  private void writePath(List<Step> path, GoValue table) {
    for (int i = 0; i < path.size(); i++) {
      if (i > 0) {
        write(".");
      }
      writeKey(path.get(i));
      from(table);
    }
  }

  /** {@code Key.maybeQuoted}. */
  private void writeKey(Step step) {
    target.from(step.leaf);
    if (TomlKey.isBare(step.key)) {
      target.copy(step.key, 0, step.key.length());
    } else {
      writeQuoted(step.key);
    }
  }

  private void writeText(TracedText text) {
    context.charge(text.length());
    target.from(context.isTracked() ? Leaf.of(text) : Leaf.UNKNOWN);
    writeQuoted(text.text());
  }

  private void writeQuoted(String text) {
    write("\"");
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape = TomlKey.escape(text.charAt(i));
      if (escape != null) {
        target.copy(text, copied, i);
        write(escape);
        copied = i + 1;
      }
    }
    target.copy(text, copied, text.length());
    write("\"");
  }

  private void from(GoValue value) {
    target.from(context.isTracked() ? Leaf.of(value) : Leaf.UNKNOWN);
  }

  /** An empty line between things; none in front of the first. */
  private void newLine(GoValue value) {
    if (hasWritten) {
      from(value);
      write("\n");
    }
  }

  private void write(String characters) {
    target.write(characters);
    hasWritten = true;
  }

  private static String indentation(List<Step> path) {
    return INDENT.repeat(path.size() - 1);
  }
}
