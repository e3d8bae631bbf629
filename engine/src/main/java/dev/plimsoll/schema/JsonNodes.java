package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonNull;
import dev.plimsoll.schema.JsonTree.JsonNumber;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.JsonText;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values and JSON as Jackson nodes, directly and without any text between. Equal numbers become
 * equal nodes ({@code 1}, {@code 1.0} and {@code 1e0} are one), as Helm compares them as rationals.
 */
final class JsonNodes {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonNodes() {}

  static JsonNode of(JsonTree tree) {
    return switch (tree) {
      case JsonObject object -> {
        ObjectNode node = NODES.objectNode();
        object.members().forEach((key, member) -> node.set(key, of(member.value())));
        yield node;
      }
      case JsonArray array -> {
        ArrayNode node = NODES.arrayNode(array.items().size());
        array.items().forEach(item -> node.add(of(item)));
        yield node;
      }
      case JsonText text -> NODES.stringNode(text.value());
      case JsonNumber number -> number(number.value());
      case JsonBool bool -> NODES.booleanNode(bool.value());
      case JsonNull none -> NODES.nullNode();
    };
  }

  static JsonNode of(Value value) {
    return switch (value) {
      case MapValue map -> {
        ObjectNode node = NODES.objectNode();
        map.entries().forEach((key, entry) -> node.set(key, of(entry)));
        yield node;
      }
      case ListValue list -> {
        ArrayNode node = NODES.arrayNode(list.items().size());
        list.items().forEach(item -> node.add(of(item)));
        yield node;
      }
      case ScalarValue scalar -> scalar(scalar.content());
    };
  }

  static JsonNode number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0) {
      return NODES.numberNode(plain);
    }
    return plain.precision() - plain.scale() <= 18
        ? NODES.numberNode(plain.longValueExact())
        : NODES.numberNode(plain.toBigInteger());
  }

  private static JsonNode scalar(GoScalar scalar) {
    return switch (scalar) {
      case GoScalar.Nil nil -> NODES.nullNode();
      case GoScalar.Bool bool -> NODES.booleanNode(bool.value());
      case GoScalar.Int64 integer -> NODES.numberNode(integer.value());
      // Helm fails before validation where YAML has an infinity; --set cannot make one.
      case GoScalar.Float64 number ->
          Double.isFinite(number.value())
              ? number(new BigDecimal(Double.toString(number.value())))
              : NODES.nullNode();
      case GoScalar.Text text -> NODES.stringNode(text.value());
    };
  }
}
