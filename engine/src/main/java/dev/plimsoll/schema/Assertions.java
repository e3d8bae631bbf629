package dev.plimsoll.schema;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that say yes or no, as santhosh-tekuri/jsonschema v6 ({@code validator.go}) does.
 */
final class Assertions {

  private Assertions() {}

  static List<AssertionKeyword> all() {
    return List.of(
        keyword(CanonicalSchema.NEVER, wanted -> node -> false),
        keyword("false", wanted -> node -> false),
        keyword("true", wanted -> node -> true),
        keyword("type", Assertions::type),
        keyword("const", wanted -> wanted::equals),
        keyword("enum", Assertions::oneOf),
        number("minimum", (value, limit) -> value.compareTo(limit) >= 0),
        number("maximum", (value, limit) -> value.compareTo(limit) <= 0),
        number("exclusiveMinimum", (value, limit) -> value.compareTo(limit) > 0),
        number("exclusiveMaximum", (value, limit) -> value.compareTo(limit) < 0),
        number("multipleOf", (value, step) -> value.remainder(step).signum() == 0),
        atLeast("minLength", JsonNode::isString, Assertions::length),
        atMost("maxLength", JsonNode::isString, Assertions::length),
        atLeast("minItems", JsonNode::isArray, JsonNode::size),
        atMost("maxItems", JsonNode::isArray, JsonNode::size),
        atLeast("minProperties", JsonNode::isObject, JsonNode::size),
        atMost("maxProperties", JsonNode::isObject, JsonNode::size),
        keyword("uniqueItems", Assertions::unique),
        keyword("pattern", Assertions::pattern),
        keyword(CanonicalSchema.FORMATTED, Assertions::format));
  }

  private static AssertionKeyword keyword(
      String name, Function<JsonNode, Predicate<JsonNode>> factory) {
    return new AssertionKeyword(name, factory);
  }

  private static Predicate<JsonNode> type(JsonNode wanted) {
    List<String> types = new ArrayList<>();
    if (wanted.isArray()) {
      wanted.values().forEach(type -> types.add(type.stringValue("")));
    } else {
      types.add(wanted.stringValue(""));
    }
    return node -> {
      for (String type : types) {
        if (isOfType(node, type)) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean isOfType(JsonNode node, String type) {
    return switch (type) {
      case "object" -> node.isObject();
      case "array" -> node.isArray();
      case "string" -> node.isString();
      case "number" -> node.isNumber();
      // Every whole number has an integral node, whatever way it was written.
      case "integer" -> node.isIntegralNumber();
      case "boolean" -> node.isBoolean();
      case "null" -> node.isNull();
      default -> throw new IllegalArgumentException("No type of JSON Schema: " + type);
    };
  }

  private static Predicate<JsonNode> oneOf(JsonNode wanted) {
    Set<JsonNode> allowed = new HashSet<>(wanted.values());
    return allowed::contains;
  }

  private static AssertionKeyword number(String name, BiPredicate<BigDecimal, BigDecimal> test) {
    return keyword(
        name,
        wanted -> {
          BigDecimal limit = wanted.decimalValue();
          return node -> !node.isNumber() || test.test(node.decimalValue(), limit);
        });
  }

  private static AssertionKeyword atLeast(
      String name, Predicate<JsonNode> applies, ToIntFunction<JsonNode> size) {
    return keyword(
        name,
        wanted -> {
          BigDecimal limit = wanted.decimalValue();
          return node ->
              !applies.test(node)
                  || BigDecimal.valueOf(size.applyAsInt(node)).compareTo(limit) >= 0;
        });
  }

  private static AssertionKeyword atMost(
      String name, Predicate<JsonNode> applies, ToIntFunction<JsonNode> size) {
    return keyword(
        name,
        wanted -> {
          BigDecimal limit = wanted.decimalValue();
          return node ->
              !applies.test(node)
                  || BigDecimal.valueOf(size.applyAsInt(node)).compareTo(limit) <= 0;
        });
  }

  private static int length(JsonNode node) {
    String text = node.stringValue("");
    return text.codePointCount(0, text.length());
  }

  private static Predicate<JsonNode> unique(JsonNode wanted) {
    if (!wanted.booleanValue(false)) {
      return node -> true;
    }
    return node -> !node.isArray() || new HashSet<>(node.values()).size() == node.size();
  }

  private static Predicate<JsonNode> pattern(JsonNode wanted) {
    Pattern pattern = Pattern.compile(wanted.stringValue(""));
    return node -> !node.isString() || pattern.matcher(node.stringValue("")).find();
  }

  private static Predicate<JsonNode> format(JsonNode wanted) {
    Predicate<String> test = Formats.named(wanted.stringValue(""));
    return node -> !node.isString() || test.test(node.stringValue(""));
  }
}
