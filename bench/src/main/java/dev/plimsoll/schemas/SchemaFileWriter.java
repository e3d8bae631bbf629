package dev.plimsoll.schemas;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the file; its form is described at the reader, {@code SchemaFile} in the engine. */
final class SchemaFileWriter {

  private static final int FORM = 1;

  private final List<ApiSource> versions;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> typeIds = new LinkedHashMap<>();

  SchemaFileWriter(List<ApiSource> versions) {
    this.versions = versions;
  }

  byte[] write(Map<String, Map<FieldOfType, Presence>> types) throws IOException {
    List<String> named = reachable(types);
    named.forEach(type -> typeIds.put(type, typeIds.size()));
    List<byte[]> records = new ArrayList<>();
    for (String type : named) {
      records.add(record(types.getOrDefault(type, Map.of())));
    }
    byte[] kinds = kinds();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("PLKS");
    out.writeByte(FORM);
    out.writeByte(versions.size());
    for (ApiSource version : versions) {
      out.writeByte(version.minor());
      out.writeByte(version.patch());
    }
    table(out, strings.keySet().stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList());
    table(out, records);
    out.write(kinds);
    return bytes.toByteArray();
  }

  /** The types of the file by their numbers, once it is written. */
  List<String> types() {
    return List.copyOf(typeIds.keySet());
  }

  /** The types that objects can consist of. */
  private List<String> reachable(Map<String, Map<FieldOfType, Presence>> types) {
    TreeSet<String> found = new TreeSet<>();
    List<String> next = new ArrayList<>();
    versions.forEach(version -> version.kinds().forEach(kind -> next.add(kind.type())));
    while (!next.isEmpty()) {
      String type = next.removeLast();
      if (found.add(type)) {
        for (FieldOfType field : types.getOrDefault(type, Map.of()).keySet()) {
          String target = field.target();
          if (target != null) {
            next.add(target);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private byte[] record(Map<FieldOfType, Presence> fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    number(out, fields.size());
    for (Map.Entry<FieldOfType, Presence> field : fields.entrySet()) {
      number(out, string(field.getKey().name()));
      out.writeByte(field.getValue().known());
      out.writeByte(field.getValue().required());
      shape(out, field.getKey().shape(), field.getKey().defaultValue());
    }
    return bytes.toByteArray();
  }

  private void shape(DataOutputStream out, Shape shape, String defaultValue) throws IOException {
    out.writeByte(shape.tag().code() | (defaultValue.isEmpty() ? 0 : 0x80));
    if (!defaultValue.isEmpty()) {
      number(out, string(defaultValue));
    }
    switch (shape.tag()) {
      case REFERENCE -> number(out, typeId(Objects.requireNonNull(shape.type())));
      case LIST -> {
        out.writeByte(shape.list().code());
        texts(out, shape.texts());
        shape(out, Objects.requireNonNull(shape.element()), "");
      }
      case MAP -> shape(out, Objects.requireNonNull(shape.element()), "");
      case ENUM -> texts(out, shape.texts());
      case ANY,
          STRING,
          INT32,
          INT64,
          NUMBER,
          BOOLEAN,
          INT_OR_STRING,
          QUANTITY,
          TIME,
          BYTES,
          OBJECT -> {
        // The tag says it all.
      }
    }
  }

  private void texts(DataOutputStream out, List<String> texts) throws IOException {
    number(out, texts.size());
    for (String text : texts) {
      number(out, string(text));
    }
  }

  /** Kinds of all versions, sorted, with entries of one size. */
  private byte[] kinds() throws IOException {
    Map<ApiSource.ApiKind, Integer> masks = new LinkedHashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      int bit = 1 << i;
      versions.get(i).kinds().forEach(kind -> masks.merge(kind, bit, (a, b) -> a | b));
    }
    TreeMap<String, byte[]> sorted = new TreeMap<>();
    for (Map.Entry<ApiSource.ApiKind, Integer> entry : masks.entrySet()) {
      ApiSource.ApiKind kind = entry.getKey();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeShort(string(kind.apiVersion()));
      out.writeShort(string(kind.kind()));
      out.writeShort(typeId(kind.type()));
      out.writeByte(entry.getValue());
      out.writeByte(kind.isNamespaced() ? 1 : 0);
      byte[] before = sorted.put(kind.apiVersion() + " " + kind.kind(), bytes.toByteArray());
      if (before != null) {
        throw new IllegalStateException("A kind changed its type or scope: " + kind);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(sorted.size());
    for (byte[] entry : sorted.values()) {
      out.write(entry);
    }
    return bytes.toByteArray();
  }

  private int typeId(String type) {
    return Objects.requireNonNull(typeIds.get(type), type);
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  /** A count, the offset behind each item, and the items. */
  private static void table(DataOutputStream out, List<byte[]> items) throws IOException {
    out.writeShort(items.size());
    int end = 0;
    for (byte[] item : items) {
      end += item.length;
      out.writeInt(end);
    }
    for (byte[] item : items) {
      out.write(item);
    }
  }

  /** Seven bits a byte, lowest first. */
  private static void number(DataOutputStream out, int value) throws IOException {
    int rest = value;
    while (rest >= 0x80) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}
