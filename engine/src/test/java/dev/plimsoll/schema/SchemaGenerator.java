package dev.plimsoll.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of every draft, good and broken, and values near to what they want. The same seed
 * gives the same case.
 */
final class SchemaGenerator {

  private static final List<String> KEYS = List.of("a", "b", "c", "name", "x-1");
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "object", "array", "null");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "abc",
          "A1",
          "10",
          "true",
          "2024-02-30",
          "2024-02-29",
          "x@example.com",
          "10.0.0.1",
          "::1",
          "example.com",
          "https://example.com/a?b#c",
          "/a/b",
          "P1DT2H",
          "1.2.3-rc.1",
          "é😀",
          "12:30:00Z",
          "2024-02-29T23:59:60Z",
          "a b",
          "^a+$",
          "(",
          "%zz",
          "//host:1x/");
  private static final List<String> PATTERNS =
      List.of("^a", "[0-9]+$", "^(abc|A1)?$", "\\\\d", "^\\\\p{L}+$", "(?i)ABC", "b{1,2}");
  private static final List<String> FORMATS =
      List.of(
          "date",
          "email",
          "ipv4",
          "ipv6",
          "hostname",
          "uri",
          "uri-reference",
          "regex",
          "time",
          "date-time",
          "duration",
          "json-pointer",
          "semver",
          "uuid",
          "period",
          "unheard-of");

  private final Random random;
  private final int draft;

  SchemaGenerator(long seed) {
    // Neighbouring seeds of Random begin alike.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    draft = pick(List.of(4, 6, 7, 7, 7, 2019, 2020, 0));
  }

  /** A whole {@code values.schema.json}. */
  String schema() {
    Map<String, Object> root = object(0);
    switch (draft) {
      case 4, 6, 7 -> root.put("$schema", "http://json-schema.org/draft-0" + draft + "/schema#");
      case 2019 -> root.put("$schema", "https://json-schema.org/draft/2019-09/schema");
      case 2020 -> root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
      default -> {}
    }
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("one", schema(2));
    definitions.put("two", schema(2));
    root.put(chance(50) ? "definitions" : "$defs", definitions);
    if (chance(4)) {
      root.put(pick(List.of("type", "required", "minLength", "properties", "enum")), wrong());
    }
    return json(root);
  }

  /** A values file in the form of JSON. */
  String values() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (chance(55)) {
        values.put(key, value(2));
      }
    }
    return json(values);
  }

  private Object schema(int depth) {
    if (draft != 4 && chance(4)) {
      return chance(60);
    }
    if (depth > 0 && chance(12)) {
      Map<String, Object> reference = new LinkedHashMap<>();
      reference.put("$ref", reference());
      if (chance(30)) {
        reference.put("type", pick(TYPES));
      }
      return reference;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> object(depth);
      case 2 -> array(depth);
      case 3, 4 -> string();
      case 5 -> number();
      case 6 -> combined(depth);
      default -> constants();
    };
  }

  private String reference() {
    return pick(
        List.of("#/definitions/one", "#/$defs/one", "#/definitions/two", "#/$defs/two", "#"));
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> schema = new LinkedHashMap<>();
    maybe(70, () -> schema.put("type", chance(90) ? "object" : List.of("object", "null")));
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (depth < 3 && chance(50)) {
        properties.put(key, schema(depth + 1));
      }
    }
    maybe(90, () -> schema.put("properties", properties));
    maybe(25, () -> schema.put("required", keys()));
    maybe(
        20,
        () -> schema.put("additionalProperties", depth < 3 && chance(50) ? schema(3) : chance(30)));
    maybe(
        10,
        () ->
            schema.put(
                "patternProperties", Map.of(pick(PATTERNS).replace("\\\\", "\\"), schema(3))));
    maybe(8, () -> schema.put("minProperties", random.nextInt(3)));
    maybe(8, () -> schema.put("maxProperties", random.nextInt(6)));
    maybe(8, () -> schema.put("propertyNames", string()));
    maybe(8, () -> schema.put("dependencies", Map.of(pick(KEYS), chance(50) ? keys() : schema(3))));
    maybe(8, () -> schema.put("dependentRequired", Map.of(pick(KEYS), keys())));
    maybe(8, () -> schema.put("dependentSchemas", Map.of(pick(KEYS), schema(3))));
    maybe(
        12,
        () -> schema.put("unevaluatedProperties", chance(50) ? (Object) chance(30) : schema(3)));
    maybe(20, () -> schema.putAll(combined(depth)));
    return schema;
  }

  private Map<String, Object> array(int depth) {
    Map<String, Object> schema = new LinkedHashMap<>();
    maybe(70, () -> schema.put("type", "array"));
    boolean tuple = draft != 2020 && draft != 0 && chance(25);
    maybe(
        80,
        () ->
            schema.put("items", tuple ? List.of(schema(depth + 1), schema(3)) : schema(depth + 1)));
    maybe(15, () -> schema.put("additionalItems", chance(50) ? (Object) chance(30) : schema(3)));
    maybe(15, () -> schema.put("prefixItems", List.of(schema(3), schema(3))));
    maybe(20, () -> schema.put("minItems", random.nextInt(3)));
    maybe(20, () -> schema.put("maxItems", random.nextInt(3)));
    maybe(20, () -> schema.put("uniqueItems", chance(80)));
    maybe(15, () -> schema.put("contains", schema(3)));
    maybe(10, () -> schema.put("minContains", random.nextInt(3)));
    maybe(10, () -> schema.put("maxContains", random.nextInt(3)));
    maybe(10, () -> schema.put("unevaluatedItems", chance(50) ? (Object) chance(30) : schema(3)));
    return schema;
  }

  private Map<String, Object> string() {
    Map<String, Object> schema = new LinkedHashMap<>();
    maybe(60, () -> schema.put("type", chance(80) ? "string" : List.of("string", "integer")));
    maybe(25, () -> schema.put("minLength", random.nextInt(3)));
    maybe(25, () -> schema.put("maxLength", random.nextInt(4)));
    maybe(30, () -> schema.put("pattern", new Raw("\"" + pick(PATTERNS) + "\"")));
    maybe(30, () -> schema.put("format", pick(FORMATS)));
    return schema;
  }

  private Map<String, Object> number() {
    Map<String, Object> schema = new LinkedHashMap<>();
    maybe(60, () -> schema.put("type", pick(List.of("integer", "number"))));
    maybe(40, () -> schema.put("minimum", bound()));
    maybe(40, () -> schema.put("maximum", bound()));
    maybe(25, () -> schema.put("multipleOf", pick(List.of(1, 2, 0.5, 0.1, 3))));
    boolean flag = draft == 4 && chance(90);
    maybe(15, () -> schema.put("exclusiveMinimum", flag ? (Object) chance(50) : bound()));
    maybe(15, () -> schema.put("exclusiveMaximum", flag ? (Object) chance(50) : bound()));
    return schema;
  }

  private Map<String, Object> combined(int depth) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String keyword = pick(List.of("allOf", "anyOf", "oneOf", "not", "if"));
    switch (keyword) {
      case "not" -> schema.put("not", schema(depth + 2));
      case "if" -> {
        schema.put("if", schema(depth + 2));
        maybe(70, () -> schema.put("then", schema(depth + 2)));
        maybe(70, () -> schema.put("else", schema(depth + 2)));
      }
      default -> schema.put(keyword, List.of(schema(depth + 2), schema(depth + 2)));
    }
    return schema;
  }

  private Map<String, Object> constants() {
    List<Object> constants = new ArrayList<>(List.of(scalar(), scalar(), 1.0, "abc"));
    if (draft > 0 && draft <= 7) {
      constants =
          new ArrayList<>(
              constants.stream()
                  .map(SchemaGenerator::json)
                  .map(text -> text.equals("1") ? "1.0" : text.equals("1e3") ? "1000" : text)
                  .distinct()
                  .map(Raw::new)
                  .toList());
    }
    return chance(70) ? Map.of("enum", constants) : Map.of("const", value(1));
  }

  private Object value(int depth) {
    if (depth > 0 && chance(35)) {
      if (chance(50)) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(depth - 1));
        }
        return items;
      }
      Map<String, Object> map = new LinkedHashMap<>();
      for (String key : KEYS) {
        maybe(45, () -> map.put(key, value(depth - 1)));
      }
      return map;
    }
    Object scalar = scalar();
    return scalar;
  }

  private Object scalar() {
    return switch (random.nextInt(9)) {
      case 0 -> chance(50);
      case 1 -> new Raw("null");
      case 2, 3, 4 -> bound();
      default -> pick(TEXTS);
    };
  }

  private Object bound() {
    return pick(
        List.of(0, 1, 2, 3, -1, 1.5, 0.3, new Raw("1.0"), new Raw("1e3"), 1000, new Raw("1e21")));
  }

  private List<String> keys() {
    return KEYS.stream().filter(key -> chance(draft == 4 ? 60 : 35)).toList();
  }

  private Object wrong() {
    return pick(List.of(1, -1, "strin", true, List.of("object", "object"), Map.of("a", 1)));
  }

  private void maybe(int percent, Runnable step) {
    if (chance(percent)) {
      step.run();
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<? extends T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** JSON text that stands as it is. */
  private record Raw(String json) {}

  private static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Raw(String text) -> text;
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(SchemaGenerator::json).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }
}
