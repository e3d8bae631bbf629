package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of any draft in one form, so that one small dialect evaluates all of them: keywords have
 * their 2020-12 names and meanings, every reference leads to {@code #/$defs/<n>}, and nothing that
 * does not judge is left. Each node knows the schema that it came from.
 */
final class CanonicalSchema {

  /** The keyword of a schema that accepts nothing. */
  static final String NEVER = "never";

  /** What {@link ReferenceKeyword} reports of a schema that judges a value by itself. */
  static final String CIRCLE = "circle";

  /** The name of {@code format}, which networknt keeps for a keyword of its own. */
  static final String FORMATTED = "formatted";

  /** Keywords that only assert, with the same name and meaning in every draft. */
  private static final List<String> ASSERTIONS =
      List.of(
          "type",
          "const",
          "enum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "dependentRequired",
          "minContains",
          "maxContains");

  private static final List<String> ONE_SCHEMA =
      List.of("not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final IdentityHashMap<SchemaNode, String> definitions = new IdentityHashMap<>();
  private final Deque<SchemaNode> waiting = new ArrayDeque<>();
  private final IdentityHashMap<JsonNode, SchemaNode> origins = new IdentityHashMap<>();
  private final ObjectNode root;

  CanonicalSchema(SchemaNode schema) {
    findTargets(schema);
    root = NODES.objectNode();
    ObjectNode defs = NODES.objectNode();
    root.set("$ref", NODES.stringNode("#/$defs/" + define(schema)));
    while (!waiting.isEmpty()) {
      SchemaNode next = waiting.remove();
      String name = definitions.get(next);
      if (name != null) {
        defs.set(name, emit(next));
      }
    }
    root.set("$defs", defs);
  }

  ObjectNode root() {
    return root;
  }

  /**
   * The schema that a node of {@link #root()} stands for; empty for a node that holds no schema,
   * such as the value of {@code properties}.
   */
  Optional<SchemaNode> origin(JsonNode node) {
    return Optional.ofNullable(origins.get(node));
  }

  private void findTargets(SchemaNode schema) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<SchemaNode> open = new ArrayDeque<>(List.of(schema));
    while (!open.isEmpty()) {
      SchemaNode node = open.remove();
      if (!seen.add(node.pointer())) {
        continue;
      }
      open.addAll(ReferenceLinker.children(node));
      for (SchemaNode target : node.targets()) {
        define(target);
        open.add(target);
      }
    }
  }

  private String define(SchemaNode schema) {
    String known = definitions.get(schema);
    if (known != null) {
      return known;
    }
    String name = "n" + definitions.size();
    definitions.put(schema, name);
    waiting.add(schema);
    return name;
  }

  /** A schema in its place: whole, or as a reference if others refer to it as well. */
  private JsonNode place(SchemaNode schema) {
    String name = definitions.get(schema);
    if (name == null) {
      return emit(schema);
    }
    ObjectNode reference = NODES.objectNode();
    reference.set("$ref", NODES.stringNode("#/$defs/" + name));
    return reference;
  }

  private ObjectNode emit(SchemaNode schema) {
    ObjectNode node = NODES.objectNode();
    origins.put(node, schema);
    if (schema.constant().isPresent()) {
      if (!schema.constant().get()) {
        node.set(NEVER, NODES.booleanNode(true));
      }
      return node;
    }
    emitAssertions(schema, node);
    emitBounds(schema, node, "minimum", "exclusiveMinimum");
    emitBounds(schema, node, "maximum", "exclusiveMaximum");
    emitReferences(schema, node);
    emitObjects(schema, node);
    emitItems(schema, node);
    for (String keyword : List.of("anyOf", "oneOf")) {
      emitArray(schema.children(keyword), keyword, node);
    }
    for (String keyword : ONE_SCHEMA) {
      schema.child(keyword).ifPresent(child -> node.set(keyword, place(child)));
    }
    // Networknt evaluates in this order, and what is left over is only known at the end.
    closed(schema, "unevaluatedProperties", node);
    return node;
  }

  private void emitAssertions(SchemaNode schema, ObjectNode node) {
    for (String keyword : ASSERTIONS) {
      schema.value(keyword).ifPresent(value -> node.set(keyword, JsonNodes.of(value)));
    }
    schema.value("format").ifPresent(value -> node.set(FORMATTED, JsonNodes.of(value)));
  }

  private static void emitBounds(
      SchemaNode schema, ObjectNode node, String bound, String exclusive) {
    Optional<JsonTree> limit = schema.value(bound);
    Optional<JsonTree> strict = schema.value(exclusive);
    boolean flag = strict.filter(JsonBool.class::isInstance).isPresent();
    boolean excludes = flag && strict.get() instanceof JsonBool bool && bool.value();
    limit.ifPresent(value -> node.set(excludes ? exclusive : bound, JsonNodes.of(value)));
    if (!flag) {
      strict.ifPresent(value -> node.set(exclusive, JsonNodes.of(value)));
    }
  }

  /** The first reference stays one; a second beside it becomes a branch that applies as well. */
  private void emitReferences(SchemaNode schema, ObjectNode node) {
    ArrayNode all = NODES.arrayNode();
    schema.children("allOf").forEach(child -> all.add(place(child)));
    for (SchemaNode target : schema.targets()) {
      if (node.has("$ref")) {
        all.add(place(target));
      } else {
        node.set("$ref", NODES.stringNode("#/$defs/" + define(target)));
      }
    }
    if (!all.isEmpty()) {
      node.set("allOf", all);
    }
  }

  private void emitObjects(SchemaNode schema, ObjectNode node) {
    for (String keyword : List.of("properties", "patternProperties", "dependentSchemas")) {
      emitMap(schema.named(keyword), keyword, node);
    }
    closed(schema, "additionalProperties", node);
    if (!(schema.value("dependencies").orElse(null) instanceof JsonObject dependencies)) {
      return;
    }
    Map<String, SchemaNode> schemas = new LinkedHashMap<>(schema.named("dependentSchemas"));
    schemas.putAll(schema.named("dependencies"));
    emitMap(schemas, "dependentSchemas", node);
    ObjectNode names =
        node.get("dependentRequired") instanceof ObjectNode present ? present : NODES.objectNode();
    dependencies
        .members()
        .forEach((name, member) -> {
          if (member.value() instanceof JsonArray array) {
            names.set(name, JsonNodes.of(array));
          }
        });
    if (!names.isEmpty()) {
      node.set("dependentRequired", names);
    }
  }

  /** A keyword that stays a plain boolean, so that each key too many is its own error. */
  private void closed(SchemaNode schema, String keyword, ObjectNode node) {
    schema
        .child(keyword)
        .ifPresent(child ->
            node.set(
                keyword,
                child.constant().isPresent()
                    ? NODES.booleanNode(child.constant().get())
                    : place(child)));
  }

  private void emitItems(SchemaNode schema, ObjectNode node) {
    boolean tuple = schema.value("items").filter(JsonArray.class::isInstance).isPresent();
    emitArray(schema.children(tuple ? "items" : "prefixItems"), "prefixItems", node);
    schema
        .child(tuple ? "additionalItems" : "items")
        .ifPresent(child -> node.set("items", place(child)));
  }

  private void emitArray(List<SchemaNode> children, String keyword, ObjectNode node) {
    if (!children.isEmpty()) {
      ArrayNode array = NODES.arrayNode(children.size());
      children.forEach(child -> array.add(place(child)));
      node.set(keyword, array);
    }
  }

  private void emitMap(Map<String, SchemaNode> children, String keyword, ObjectNode node) {
    if (!children.isEmpty()) {
      ObjectNode map = NODES.objectNode();
      children.forEach((name, child) -> map.set(name, place(child)));
      node.set(keyword, map);
    }
  }
}
