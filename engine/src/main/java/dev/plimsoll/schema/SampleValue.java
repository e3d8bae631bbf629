package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonNull;
import dev.plimsoll.schema.JsonTree.JsonNumber;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.JsonText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A value to write where one is missing.
 *
 * @param yaml on one line
 * @param certain whether the schema itself offers it; otherwise only its type is right
 */
record SampleValue(String yaml, boolean certain) {

  static SampleValue of(Collection<SchemaNode> schemas) {
    for (SchemaNode schema : schemas) {
      Optional<JsonTree> offered =
          schema.value("default").or(() -> schema.value("const")).or(() -> firstConstant(schema));
      if (offered.isPresent() && !(offered.get() instanceof JsonNull)) {
        return new SampleValue(yaml(offered.get()), true);
      }
    }
    Set<String> types = new LinkedHashSet<>();
    schemas.forEach(schema -> types.addAll(Demand.types(schema)));
    return new SampleValue(types.isEmpty() ? "\"\"" : placeholder(types.iterator().next()), false);
  }

  private static Optional<JsonTree> firstConstant(SchemaNode schema) {
    return schema.value("enum").orElse(null) instanceof JsonArray values
            && !values.items().isEmpty()
        ? Optional.of(values.items().getFirst())
        : Optional.empty();
  }

  private static String placeholder(String type) {
    return switch (type) {
      case "integer", "number" -> "0";
      case "boolean" -> "false";
      case "object" -> "{}";
      case "array" -> "[]";
      case "null" -> "null";
      default -> "\"\"";
    };
  }

  private static String yaml(JsonTree tree) {
    return switch (tree) {
      case JsonText text -> ScalarText.of(text.value());
      case JsonNumber number -> DemandText.plain(number);
      case JsonBool bool -> Boolean.toString(bool.value());
      case JsonNull none -> "null";
      case JsonArray array ->
          "[" + String.join(", ", array.items().stream().map(SampleValue::yaml).toList()) + "]";
      case JsonObject object -> {
        StringBuilder flow = new StringBuilder("{");
        object
            .members()
            .forEach((key, member) ->
                flow.append(flow.length() > 1 ? ", " : "")
                    .append(ScalarText.of(key))
                    .append(": ")
                    .append(yaml(member.value())));
        yield flow.append('}').toString();
      }
    };
  }
}
