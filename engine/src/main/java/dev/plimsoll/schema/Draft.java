package dev.plimsoll.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft of JSON Schema that Helm knows. */
enum Draft {
  DRAFT_4(4, "id", "draft-04"),
  DRAFT_6(6, "$id", "draft-06"),
  DRAFT_7(7, "$id", "draft-07"),
  DRAFT_2019_09(2019, "$id", "2019-09"),
  DRAFT_2020_12(2020, "$id", "2020-12");

  /** What Helm assumes where {@code $schema} is missing. */
  static final Draft DEFAULT = DRAFT_2020_12;

  /** Keywords that arrived after draft 4, with the version that brought them. */
  private static final Map<String, Integer> SINCE =
      Map.ofEntries(
          Map.entry("const", 6),
          Map.entry("contains", 6),
          Map.entry("propertyNames", 6),
          Map.entry("if", 7),
          Map.entry("then", 7),
          Map.entry("else", 7),
          Map.entry("$anchor", 2019),
          Map.entry("$recursiveRef", 2019),
          Map.entry("minContains", 2019),
          Map.entry("maxContains", 2019),
          Map.entry("dependentRequired", 2019),
          Map.entry("dependentSchemas", 2019),
          Map.entry("unevaluatedItems", 2019),
          Map.entry("unevaluatedProperties", 2019),
          Map.entry("$dynamicRef", 2020),
          Map.entry("$dynamicAnchor", 2020),
          Map.entry("prefixItems", 2020));

  private final int version;
  private final String idKeyword;
  private final String label;

  Draft(int version, String idKeyword, String label) {
    this.version = version;
    this.idKeyword = idKeyword;
    this.label = label;
  }

  /** 4, 6, 7, 2019 or 2020. */
  int version() {
    return version;
  }

  /** The keyword that names a schema. */
  String idKeyword() {
    return idKeyword;
  }

  /** As people call it: {@code draft-07}, {@code 2020-12}. */
  String label() {
    return label;
  }

  /** Whether every neighbour of {@code $ref} is ignored. */
  boolean refHidesNeighbours() {
    return version < 2019;
  }

  /** Whether {@code format} is checked; later drafts take it as a remark. */
  boolean assertsFormat() {
    return version < 2019;
  }

  /**
   * Whether this draft gives {@code keyword} a meaning. Helm keeps {@code dependencies} for all.
   */
  boolean knows(String keyword) {
    return switch (keyword) {
      case "additionalItems" -> version < 2020;
      case "format" -> assertsFormat();
      default -> SINCE.getOrDefault(keyword, 4) <= version;
    };
  }

  /** Keywords whose value is one schema, in the drafts that have them. */
  static final List<String> ONE_SCHEMA =
      List.of(
          "not",
          "additionalProperties",
          "items",
          "additionalItems",
          "propertyNames",
          "contains",
          "if",
          "then",
          "else",
          "unevaluatedProperties",
          "unevaluatedItems",
          "contentSchema");

  /** Keywords whose value is an array of schemas. */
  static final List<String> SCHEMA_ARRAY =
      List.of("allOf", "anyOf", "oneOf", "items", "prefixItems");

  /** Keywords whose value maps names to schemas. */
  static final List<String> SCHEMA_MAP =
      List.of(
          "definitions",
          "properties",
          "patternProperties",
          "dependencies",
          "$defs",
          "dependentSchemas");

  /** Whether schemas stand below {@code keyword} in this draft. */
  boolean nestsSchemas(String keyword) {
    return switch (keyword) {
      case "$defs", "contentSchema" -> version >= 2019;
      default -> knows(keyword);
    };
  }

  /** The draft that a {@code $schema} names; empty for anything that Helm would have to load. */
  static Optional<Draft> named(String uri) {
    int hash = uri.indexOf('#');
    if (hash >= 0 && hash < uri.length() - 1) {
      return Optional.empty();
    }
    String bare = hash < 0 ? uri : uri.substring(0, hash);
    String path = bare.replaceFirst("^https?://", "");
    return switch (path) {
      case "json-schema.org/schema", "json-schema.org/draft/2020-12/schema" ->
          Optional.of(DRAFT_2020_12);
      case "json-schema.org/draft/2019-09/schema" -> Optional.of(DRAFT_2019_09);
      case "json-schema.org/draft-07/schema" -> Optional.of(DRAFT_7);
      case "json-schema.org/draft-06/schema" -> Optional.of(DRAFT_6);
      case "json-schema.org/draft-04/schema" -> Optional.of(DRAFT_4);
      default -> Optional.empty();
    };
  }
}
