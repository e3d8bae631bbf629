package dev.plimsoll.schemas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a field takes, as the file writes it.
 *
 * @param tag the kind of value
 * @param type of a reference: the name of the type
 * @param element of a list or map: what it holds
 * @param list of a list: how its items are told apart
 * @param texts the keys of a list of maps, or the values of an enumeration
 */
record Shape(
    Tag tag, @Nullable String type, @Nullable Shape element, ListKind list, List<String> texts) {

  /** What kind of value a field takes, with the number that the file has for it. */
  enum Tag {
    ANY(0),
    STRING(1),
    INT32(2),
    INT64(3),
    NUMBER(4),
    BOOLEAN(5),
    INT_OR_STRING(6),
    QUANTITY(7),
    TIME(8),
    BYTES(9),
    REFERENCE(10),
    LIST(11),
    MAP(12),
    ENUM(13),
    OBJECT(14);

    private final int code;

    Tag(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** How the items of a list are told apart, with the number that the file has for it. */
  enum ListKind {
    ATOMIC(0),
    SET(1),
    MAP(2);

    private final int code;

    ListKind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private static final String REF = "#/components/schemas/";
  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
  private static final String DEFINITIONS =
      "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";

  /** Types that have a form of their own in Go. */
  private static final Map<String, Tag> SPECIAL =
      Map.of(
          "io.k8s.apimachinery.pkg.api.resource.Quantity",
          Tag.QUANTITY,
          "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
          Tag.INT_OR_STRING,
          "io.k8s.apimachinery.pkg.runtime.RawExtension",
          Tag.ANY,
          META + "Time",
          Tag.TIME,
          META + "MicroTime",
          Tag.TIME,
          META + "FieldsV1",
          Tag.ANY,
          DEFINITIONS + "JSON",
          Tag.ANY,
          DEFINITIONS + "JSONSchemaPropsOrArray",
          Tag.ANY,
          DEFINITIONS + "JSONSchemaPropsOrBool",
          Tag.ANY,
          DEFINITIONS + "JSONSchemaPropsOrStringArray",
          Tag.ANY);

  static Shape of(JsonNode schema, List<String> allowed) {
    String reference = reference(schema);
    if (reference != null) {
      Tag special = SPECIAL.get(reference);
      return special == null
          ? new Shape(Tag.REFERENCE, reference, null, ListKind.ATOMIC, List.of())
          : plain(special);
    }
    return switch (schema.path("type").asString("")) {
      case "string" -> text(schema, allowed);
      case "integer" ->
          plain(schema.path("format").asString("").equals("int64") ? Tag.INT64 : Tag.INT32);
      case "number" -> plain(Tag.NUMBER);
      case "boolean" -> plain(Tag.BOOLEAN);
      case "array" ->
          new Shape(
              Tag.LIST, null, of(schema.path("items"), allowed), listKind(schema), keys(schema));
      case "object" ->
          schema.has("additionalProperties")
              ? new Shape(
                  Tag.MAP,
                  null,
                  of(schema.path("additionalProperties"), allowed),
                  ListKind.ATOMIC,
                  List.of())
              : plain(Tag.OBJECT);
      default -> plain(Tag.ANY);
    };
  }

  static boolean isSpecial(String type) {
    return SPECIAL.containsKey(type);
  }

  private static Shape text(JsonNode schema, List<String> allowed) {
    if (schema.path("format").asString("").equals("byte")) {
      return plain(Tag.BYTES);
    }
    return allowed.isEmpty()
        ? plain(Tag.STRING)
        : new Shape(Tag.ENUM, null, null, ListKind.ATOMIC, allowed);
  }

  private static Shape plain(Tag tag) {
    return new Shape(tag, null, null, ListKind.ATOMIC, List.of());
  }

  private static @Nullable String reference(JsonNode schema) {
    JsonNode holder = schema.has("allOf") ? schema.path("allOf").get(0) : schema;
    String reference = holder.path("$ref").asString("");
    return reference.startsWith(REF) ? reference.substring(REF.length()) : null;
  }

  private static ListKind listKind(JsonNode schema) {
    return switch (schema.path("x-kubernetes-list-type").asString("")) {
      case "set" -> ListKind.SET;
      case "map" -> ListKind.MAP;
      default -> ListKind.ATOMIC;
    };
  }

  private static List<String> keys(JsonNode schema) {
    return schema.path("x-kubernetes-list-map-keys").valueStream().map(JsonNode::asString).toList();
  }
}
