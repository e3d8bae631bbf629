package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.ListValue;
import dev.plimsoll.cel.value.MapValue;
import dev.plimsoll.cel.value.OverlayList;
import dev.plimsoll.cel.value.OverlayMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in what objects do not say, as the API server does for its own kinds. */
final class ServerDefaults {

  private static final Map<String, List<Field>> TYPES = read();

  private ServerDefaults() {}

  /**
   * How a field is filled in.
   *
   * @param form the character between name and argument, see the resource
   */
  private record Field(String name, char form, String argument) {}

  static CelMap apply(ResourceKind kind, CelMap object) {
    return TYPES.containsKey(kind.kind()) && !kind.apiVersion().contains(".io/")
        ? filled(kind.kind(), object)
        : object;
  }

  @SuppressWarnings("ReferenceEquality") // Another object means that something was filled in.
  private static CelMap filled(String type, CelMap object) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : TYPES.getOrDefault(type, List.of())) {
      Object given = object.get(field.name);
      Object value = value(field, given, object);
      if (value != null && value != given) {
        values.put(field.name, value);
      }
    }
    return values.isEmpty() ? object : new OverlayMap(object, values);
  }

  private static @Nullable Object value(Field field, @Nullable Object given, CelMap object) {
    return switch (field.form) {
      case ':', '+' -> {
        Object base = given == null && field.form == '+' ? MapValue.EMPTY : given;
        yield base instanceof CelMap map ? filled(field.argument, map) : given;
      }
      case '?' -> {
        boolean rolling = "RollingUpdate".equals(orRolling(object.get("type")));
        Object base = given == null && rolling ? MapValue.EMPTY : given;
        yield base instanceof CelMap map ? filled(field.argument, map) : given;
      }
      case '*' -> given instanceof CelList list ? items(field.argument, list) : given;
      default -> given == null ? literal(field.argument, object) : given;
    };
  }

  private static Object orRolling(@Nullable Object type) {
    return type == null ? "RollingUpdate" : type;
  }

  @SuppressWarnings("ReferenceEquality") // Another object means that something was filled in.
  private static CelList items(String type, CelList list) {
    List<Object> items = new ArrayList<>();
    boolean changed = false;
    for (Object item : list.items()) {
      Object full = item instanceof CelMap map ? filled(type, map) : item;
      changed |= full != item;
      items.add(full);
    }
    return changed ? new OverlayList(list, items) : list;
  }

  private static @Nullable Object literal(String text, CelMap object) {
    return switch (text) {
      case "@image" -> pullPolicy(object.get("image"));
      case "@port" -> object.get("port");
      case "{}" -> MapValue.EMPTY;
      case "[]" -> ListValue.EMPTY;
      case "true" -> true;
      case "false" -> false;
      default ->
          text.startsWith("\"")
              ? text.substring(1, text.length() - 1)
              : (Object) Long.valueOf(text);
    };
  }

  private static @Nullable Object pullPolicy(@Nullable Object image) {
    if (!(image instanceof String name)) {
      return null;
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    boolean latest = last.endsWith(":latest") || (!last.contains(":") && !last.contains("@"));
    return latest ? "Always" : "IfNotPresent";
  }

  private static Map<String, List<Field>> read() {
    Map<String, List<Field>> types = new HashMap<>();
    try (InputStream in = ServerDefaults.class.getResourceAsStream("server-defaults.txt")) {
      if (in == null) {
        throw new IllegalStateException("server-defaults.txt is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, types));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private static void add(String line, Map<String, List<Field>> types) {
    List<String> words = List.of(line.split(" ", -1));
    List<Field> fields = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      int end = 0;
      while (Character.isLetterOrDigit(word.charAt(end))) {
        end++;
      }
      fields.add(new Field(word.substring(0, end), word.charAt(end), word.substring(end + 1)));
    }
    types.put(words.getFirst(), fields);
  }
}
