package dev.plimsoll.kubernetes;

import dev.plimsoll.kubernetes.Schema.Field;
import dev.plimsoll.kubernetes.Schema.ListKind;
import dev.plimsoll.kubernetes.Schema.ScalarType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of several versions of Kubernetes in one file, read where somebody looks.
 *
 * <p>{@code PLKS}, the number of the form, the number of versions, and a minor and a patch for
 * each; then strings, types and kinds. Strings and types are tables: their number (2 bytes), where
 * each ends (4 bytes), and what they are. A type is the number of its fields, and for each its
 * name, the versions that know it and those that require it (a bit for each version), and what it
 * takes: a tag, with 128 added in front of a default. A field that differs between versions stands
 * there for each. Kinds are sorted, 8 bytes each: API version, kind, type, versions, scope. Numbers
 * inside a type have seven bits a byte, lowest first.
 */
final class SchemaFile {

  private static final String NAME = "schemas.bin";
  private static final int FORM = 1;
  private static final int KIND_SIZE = 8;
  private static final int HAS_DEFAULT = 0x80;

  private static final List<ListKind> LIST_KINDS =
      List.of(ListKind.ATOMIC, ListKind.SET, ListKind.MAP);

  /** The tags from 1 on. */
  private static final List<ScalarType> SCALARS =
      List.of(
          ScalarType.TEXT,
          ScalarType.INT32,
          ScalarType.INT64,
          ScalarType.NUMBER,
          ScalarType.BOOLEAN,
          ScalarType.INT_OR_STRING,
          ScalarType.QUANTITY,
          ScalarType.TIME,
          ScalarType.BYTES);

  private static final int ANY = 0;
  private static final int REFERENCE = 10;
  private static final int LIST = 11;
  private static final int MAP = 12;
  private static final int ENUM = 13;
  private static final int OBJECT = 14;

  private final byte[] bytes;
  private final List<Integer> minors = new ArrayList<>();
  private final @Nullable String[] strings;
  private final int stringTable;
  private final int typeTable;
  private final int kindTable;

  /**
   * A kind that can be created.
   *
   * @param type the number of its type
   */
  record KindEntry(String apiVersion, String kind, int type, boolean isNamespaced) {}

  private SchemaFile(byte[] bytes) {
    this.bytes = bytes;
    if (bytes[4] != FORM) {
      throw new IllegalStateException("The file of schemas has an unknown form");
    }
    int versions = bytes[5];
    for (int i = 0; i < versions; i++) {
      minors.add((int) bytes[6 + 2 * i]);
    }
    this.stringTable = 6 + 2 * versions;
    this.strings = new String[shortAt(stringTable)];
    this.typeTable = end(stringTable);
    this.kindTable = end(typeTable);
  }

  static SchemaFile load() {
    try (InputStream in = SchemaFile.class.getResourceAsStream(NAME)) {
      return new SchemaFile(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of the fields of its types. */
  FieldTexts texts() {
    return FieldTexts.load(bytes);
  }

  /** The minor versions of Kubernetes 1 that it knows, in order. */
  List<Integer> minors() {
    return Collections.unmodifiableList(minors);
  }

  /** A kind of one version; null if that does not serve it. */
  @Nullable KindEntry kind(int version, String apiVersion, String kind) {
    int low = 0;
    int high = shortAt(kindTable) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      KindEntry entry = kindAt(middle);
      int order = (entry.apiVersion() + " " + entry.kind()).compareTo(apiVersion + " " + kind);
      if (order == 0) {
        return isIn(middle, version) ? entry : null;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** Every kind of one version, in order. */
  List<KindEntry> kinds(int version) {
    List<KindEntry> found = new ArrayList<>();
    for (int i = 0; i < shortAt(kindTable); i++) {
      if (isIn(i, version)) {
        found.add(kindAt(i));
      }
    }
    return found;
  }

  private boolean isIn(int kind, int version) {
    return (bytes[kindTable + 2 + KIND_SIZE * kind + 6] >> version & 1) != 0;
  }

  private KindEntry kindAt(int index) {
    int at = kindTable + 2 + KIND_SIZE * index;
    return new KindEntry(
        string(shortAt(at)), string(shortAt(at + 2)), shortAt(at + 4), bytes[at + 7] != 0);
  }

  /** Makes the schema of a type from its number. */
  @FunctionalInterface
  interface Types {
    Schema of(int type);
  }

  /** The fields that a type has in one version, by name and in order. */
  Map<String, Field> fields(int type, int version, Types types) {
    Reader reader =
        new Reader(type == 0 ? itemsOf(typeTable) : itemEnd(typeTable, type - 1), types);
    int count = reader.number();
    Map<String, Field> fields = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      String name = string(reader.number());
      int known = reader.next();
      int required = reader.next();
      int tag = reader.next();
      String defaultValue = (tag & HAS_DEFAULT) == 0 ? "" : string(reader.number());
      Schema schema = reader.schema(tag & ~HAS_DEFAULT);
      if ((known >> version & 1) != 0) {
        boolean isRequired = (required >> version & 1) != 0;
        fields.put(name, new Field(name, schema, isRequired, defaultValue, true));
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  /** Walks through the bytes of one type. */
  private final class Reader {

    private int at;
    private final Types types;

    Reader(int at, Types types) {
      this.at = at;
      this.types = types;
    }

    int next() {
      return bytes[at++] & 0xff;
    }

    int number() {
      int value = 0;
      int shift = 0;
      int read;
      do {
        read = next();
        value |= (read & 0x7f) << shift;
        shift += 7;
      } while ((read & 0x80) != 0);
      return value;
    }

    List<String> texts() {
      int count = number();
      List<String> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        texts.add(string(number()));
      }
      return texts;
    }

    Schema schema(int tag) {
      return switch (tag) {
        case ANY, OBJECT -> new Schema.Anything();
        case REFERENCE -> types.of(number());
        case LIST -> {
          ListKind kind = LIST_KINDS.get(next());
          List<String> keys = texts();
          yield new Schema.ListOf(schema(next()), kind, keys, Limits.NONE);
        }
        case MAP -> new Schema.MapOf(schema(next()), Limits.NONE);
        case ENUM -> new Schema.Scalar(ScalarType.TEXT, texts(), Limits.NONE);
        default -> new Schema.Scalar(SCALARS.get(tag - 1), List.of(), Limits.NONE);
      };
    }
  }

  private String string(int index) {
    String known = strings[index];
    if (known == null) {
      int start = index == 0 ? itemsOf(stringTable) : itemEnd(stringTable, index - 1);
      int end = itemEnd(stringTable, index);
      known = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      // A benign race: two threads may both make the same text.
      strings[index] = known;
    }
    return known;
  }

  private int itemsOf(int table) {
    return table + 2 + 4 * shortAt(table);
  }

  private int itemEnd(int table, int index) {
    int at = table + 2 + 4 * index;
    return itemsOf(table) + ((shortAt(at) << 16) | shortAt(at + 2));
  }

  private int end(int table) {
    int count = shortAt(table);
    return count == 0 ? itemsOf(table) : itemEnd(table, count - 1);
  }

  private int shortAt(int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }
}
