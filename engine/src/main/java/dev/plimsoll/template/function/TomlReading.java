package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;

/** Reads TOML as {@code BurntSushi/toml} does ({@code lex.go}, {@code parse.go}). */
final class TomlReading {

  private static final int MAX_DEPTH = 1_000;
  private static final long COST_OF_NODE = 32;

  private final FunctionContext context;
  private final Trace trace;
  private final TomlCursor cursor;
  private final TomlScalars scalars;
  private final TomlTable root = new TomlTable();

  /** The table of the last header. */
  private TomlTable current = root;

  private List<String> path = List.of();
  private int depth;

  private TomlReading(TracedText text, FunctionContext context) {
    this.context = context;
    this.trace = text.trace();
    this.cursor = new TomlCursor(text.text());
    this.scalars = new TomlScalars(cursor, context, trace);
  }

  /**
   * The map that a text says.
   *
   * @throws TomlCursor.Refusal if the text is no TOML
   */
  static GoMap read(TracedText text, FunctionContext context) {
    context.charge(text.length());
    TomlReading reading = new TomlReading(text, context);
    reading.read();
    return reading.root.toMap(reading.trace);
  }

  private void read() {
    cursor.skipSpace();
    while (cursor.peek() != TomlCursor.END) {
      if (cursor.peek() == '[') {
        readHeader();
      } else {
        readEntry(current, path);
      }
      endLine();
      cursor.skipSpace();
    }
  }

  private void endLine() {
    cursor.skipBlanks();
    int c = cursor.peek();
    if (c == '#') {
      cursor.skipComment();
    } else if (c != '\n' && c != '\r' && c != TomlCursor.END) {
      throw cursor.refusal(
          "expected a top-level item to end with a newline, comment, or EOF, but got "
              + TomlCursor.quoted(cursor.codePoint())
              + " instead");
    }
  }

  private void readHeader() {
    cursor.advance(1);
    boolean isArray = cursor.skip("[");
    List<String> name = new ArrayList<>();
    do {
      name.add(readNamePart());
      cursor.skipBlanks();
    } while (cursor.skip("."));
    if (!cursor.skip("]")) {
      // The line that the character leads to.
      int behind = cursor.offset() + (cursor.peek() == '\n' ? 1 : 0);
      throw cursor.refusal(
          "expected '.' or ']' to end table name, but got "
              + TomlCursor.quoted(cursor.codePoint())
              + " instead",
          behind);
    }
    if (isArray && !cursor.skip("]")) {
      throw cursor.refusal(
          "expected end of table array name delimiter ']', but got "
              + TomlCursor.quoted(cursor.codePoint())
              + " instead");
    }
    TomlTable parent = root;
    for (String part : name.subList(0, name.size() - 1)) {
      parent = child(parent, part, name);
    }
    current = isArray ? added(parent, name) : opened(parent, name);
    path = List.copyOf(name);
    cursor.nameKey(TomlKey.name(path));
  }

  private String readNamePart() {
    cursor.skipBlanks();
    int c = cursor.peek();
    if (c == ']' || c == TomlCursor.END) {
      throw cursor.refusal("unexpected end of table name (table names cannot be empty)");
    }
    if (c == '.') {
      throw cursor.refusal("unexpected table separator (table names cannot be empty)");
    }
    return scalars.keyPart();
  }

  /** A table on the way to another one; made if it is not there. */
  private TomlTable child(TomlTable parent, String key, List<String> name) {
    return switch (parent.entries().get(key)) {
      case TomlTable.Table table -> table.table();
      case TomlTable.Tables tables -> tables.tables().getLast();
      case TomlTable.Leaf _ ->
          throw cursor.refusal("Key '" + TomlKey.name(name) + "' was already created as a hash.");
      case null -> {
        TomlTable made = new TomlTable();
        parent.entries().put(key, new TomlTable.Table(made, true));
        yield made;
      }
    };
  }

  private TomlTable opened(TomlTable parent, List<String> name) {
    String key = name.getLast();
    TomlTable.Entry known = parent.entries().get(key);
    if (known instanceof TomlTable.Table(TomlTable table, boolean isImplied) && isImplied) {
      parent.entries().put(key, new TomlTable.Table(table, false));
      return table;
    }
    if (known != null) {
      throw alreadyDefined(name);
    }
    TomlTable table = new TomlTable();
    parent.entries().put(key, new TomlTable.Table(table, false));
    return table;
  }

  private TomlTable added(TomlTable parent, List<String> name) {
    TomlTable.Entry entry =
        parent
            .entries()
            .computeIfAbsent(name.getLast(), _ -> new TomlTable.Tables(new ArrayList<>()));
    if (!(entry instanceof TomlTable.Tables(List<TomlTable> tables))) {
      throw cursor.refusal(
          "Key '" + TomlKey.name(name) + "' was already created and cannot be used as an array.");
    }
    tables.add(new TomlTable());
    return tables.getLast();
  }

  private TomlCursor.Refusal alreadyDefined(List<String> name) {
    return cursor.refusal("Key '" + TomlKey.name(name) + "' has already been defined.");
  }

  private void readEntry(TomlTable table, List<String> around) {
    List<String> key = new ArrayList<>();
    checkKeyStart();
    do {
      cursor.skipBlanks();
      checkKeyPart();
      key.add(scalars.keyPart());
      cursor.skipBlanks();
    } while (cursor.skip("."));
    if (!cursor.skip("=")) {
      throw cursor.refusal(
          cursor.peek() == TomlCursor.END
              ? "unexpected EOF; expected key separator '='"
              : "expected '.' or '=', but got "
                  + TomlCursor.quoted(cursor.codePoint())
                  + " instead");
    }
    List<String> full = new ArrayList<>(around);
    full.addAll(key);
    cursor.nameKey(TomlKey.last(full));
    TomlTable parent = table;
    for (int i = 0; i < key.size() - 1; i++) {
      parent = child(parent, key.get(i), full.subList(0, around.size() + i + 1));
    }
    cursor.skipBlanks();
    TomlTable.Entry entry = readValue(full);
    if (parent.entries().putIfAbsent(key.getLast(), entry) != null) {
      throw alreadyDefined(full);
    }
    cursor.nameKey(TomlKey.name(around));
  }

  private void checkKeyStart() {
    int c = cursor.peek();
    if (c == '=' || c == TomlCursor.END) {
      throw cursor.refusal("unexpected '=': key name appears blank");
    }
    if (c == '.') {
      throw cursor.refusal("unexpected '.': keys cannot start with a '.'");
    }
  }

  /** What follows a point in a key. */
  private void checkKeyPart() {
    int c = cursor.peek();
    if (c == '=' || c == TomlCursor.END) {
      throw cursor.refusal("unexpected '='");
    }
    if (c == '.') {
      throw cursor.refusal("unexpected '.'");
    }
  }

  private TomlTable.Entry readValue(List<String> key) {
    context.charge(COST_OF_NODE);
    if (++depth > MAX_DEPTH) {
      throw cursor.refusal("value nests deeper than %,d levels".formatted(MAX_DEPTH));
    }
    TomlTable.Entry entry =
        switch (cursor.peek()) {
          case '{' -> new TomlTable.Table(readInlineTable(key), false);
          case '[' -> new TomlTable.Leaf(readArray(key));
          default -> new TomlTable.Leaf(readScalar());
        };
    depth--;
    return entry;
  }

  private GoValue readScalar() {
    int c = cursor.peek();
    if (c == '"' || c == '\'') {
      return GoString.computed(scalars.text(), trace);
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'i' || c == 'n') {
      return scalars.number();
    }
    if (c == '.') {
      throw cursor.refusal("floats must start with a digit, not '.'");
    }
    if (c == TomlCursor.END) {
      throw cursor.refusal("unexpected EOF; expected value");
    }
    if (!Character.isLetter(c)) {
      throw cursor.refusal(
          "expected value but found " + TomlCursor.quoted(cursor.codePoint()) + " instead");
    }
    String word = scalars.word();
    return new GoBool(word.equals("true"), trace);
  }

  private GoList readArray(List<String> key) {
    cursor.advance(1);
    List<GoValue> items = new ArrayList<>();
    cursor.skipSpace();
    while (!cursor.skip("]")) {
      if (cursor.peek() == ',') {
        throw cursor.refusal("unexpected comma");
      }
      items.add(
          switch (readValue(key)) {
            case TomlTable.Leaf leaf -> leaf.value();
            case TomlTable.Table table -> table.table().toMap(trace);
            case TomlTable.Tables _ -> throw new IllegalStateException("no value");
          });
      cursor.skipSpace();
      boolean isLast = !cursor.skip(",");
      cursor.skipSpace();
      if (isLast && cursor.peek() != ']') {
        throw cursor.refusal(
            "expected a comma (',') or array terminator (']'), but got " + shown());
      }
    }
    return new GoList(items, trace);
  }

  private String shown() {
    int c = cursor.codePoint();
    return c == TomlCursor.END ? "end of file" : "'" + Character.toString(c) + "'";
  }

  private TomlTable readInlineTable(List<String> key) {
    cursor.advance(1);
    TomlTable table = new TomlTable();
    cursor.skipSpace();
    while (!cursor.skip("}")) {
      if (cursor.peek() == ',') {
        throw cursor.refusal("unexpected comma");
      }
      readEntry(table, key);
      cursor.skipSpace();
      boolean isLast = !cursor.skip(",");
      cursor.skipSpace();
      if (isLast && cursor.peek() != '}') {
        throw cursor.refusal(
            "expected a comma or an inline table terminator '}', but got " + shown() + " instead");
      }
    }
    return table;
  }
}
