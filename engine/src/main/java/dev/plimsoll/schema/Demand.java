package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a schema wants of a value that it refused. */
sealed interface Demand {

  /** One of some types, by their names in JSON Schema. */
  record Types(Set<String> names) implements Demand {}

  /** One of some constants. */
  record OneOf(List<JsonTree> values) implements Demand {}

  /** A text that a pattern finds something in. */
  record Matching(String pattern) implements Demand {}

  /** A text of a format. */
  record Formatted(String format) implements Demand {}

  /**
   * A bound on a number.
   *
   * @param words {@code at least}, {@code less than}, {@code a multiple of} ...
   */
  record Bound(String words, BigDecimal limit) implements Demand {}

  /**
   * A bound on how many characters, items or keys there are.
   *
   * @param words {@code at least} or {@code at most}
   * @param noun singular
   */
  record Count(String words, BigDecimal limit, String noun) implements Demand {}

  /** No two equal items. */
  record Distinct() implements Demand {}

  /** Some, or only so many, items of a kind. */
  record Containing(SchemaNode schema) implements Demand {}

  /** Not what a schema describes. */
  record Not(SchemaNode schema) implements Demand {}

  /** Exactly one of some alternatives, of which several accept the value. */
  record Single(List<Integer> accepting) implements Demand {}

  /** One of some alternatives that have nothing in common. */
  record Alternative(int count) implements Demand {}

  /** Anything else. */
  record Other(String keyword) implements Demand {}

  /** Reads the demand from the keyword that failed. */
  static Demand of(Violation violation) {
    SchemaNode schema = violation.schema();
    String keyword = violation.keyword();
    return switch (keyword) {
      case "type" -> new Types(types(schema));
      case "const" -> new OneOf(schema.value("const").stream().toList());
      case "enum" ->
          new OneOf(
              schema.value("enum").orElse(null) instanceof JsonArray array
                  ? array.items()
                  : List.of());
      case "pattern" -> new Matching(schema.value("pattern").flatMap(JsonTree::text).orElse(""));
      case CanonicalSchema.FORMATTED ->
          new Formatted(schema.value("format").flatMap(JsonTree::text).orElse(""));
      case "minimum" -> new Bound("at least", number(schema, keyword));
      case "maximum" -> new Bound("at most", number(schema, keyword));
      case "exclusiveMinimum" -> new Bound("greater than", exclusive(schema, keyword, "minimum"));
      case "exclusiveMaximum" -> new Bound("less than", exclusive(schema, keyword, "maximum"));
      case "multipleOf" -> new Bound("a multiple of", number(schema, keyword));
      case "minLength" -> new Count("at least", number(schema, keyword), "character");
      case "maxLength" -> new Count("at most", number(schema, keyword), "character");
      case "minItems" -> new Count("at least", number(schema, keyword), "item");
      case "maxItems" -> new Count("at most", number(schema, keyword), "item");
      case "minProperties" -> new Count("at least", number(schema, keyword), "key");
      case "maxProperties" -> new Count("at most", number(schema, keyword), "key");
      case "uniqueItems" -> new Distinct();
      case "contains", "minContains", "maxContains" -> new Containing(schema);
      case "not" -> schema.child("not").<Demand>map(Not::new).orElse(new Other(keyword));
      case "anyOf", "oneOf" -> alternatives(violation);
      default -> new Other(keyword);
    };
  }

  private static Demand alternatives(Violation violation) {
    List<Integer> accepting = new ArrayList<>();
    Set<String> types = new LinkedHashSet<>();
    List<JsonTree> constants = new ArrayList<>();
    boolean typed = true;
    boolean constant = true;
    for (int i = 0; i < violation.branches().size(); i++) {
      List<Violation> branch = violation.branches().get(i);
      if (branch.isEmpty()) {
        accepting.add(i + 1);
        continue;
      }
      switch (of(branch.getFirst())) {
        case Types(Set<String> names) -> {
          types.addAll(names);
          constant = false;
        }
        case OneOf(List<JsonTree> values) -> {
          constants.addAll(values);
          typed = false;
        }
        case Matching m -> typed = constant = false;
        case Formatted f -> typed = constant = false;
        case Bound b -> typed = constant = false;
        case Count c -> typed = constant = false;
        case Distinct d -> typed = constant = false;
        case Containing c -> typed = constant = false;
        case Not n -> typed = constant = false;
        case Single s -> typed = constant = false;
        case Alternative a -> typed = constant = false;
        case Other o -> typed = constant = false;
      }
    }
    if (!accepting.isEmpty()) {
      return new Single(accepting);
    }
    if (typed) {
      return new Types(types);
    }
    return constant ? new OneOf(constants) : new Alternative(violation.branches().size());
  }

  /** The types that a schema names itself. */
  static Set<String> types(SchemaNode schema) {
    Set<String> names = new LinkedHashSet<>();
    schema
        .value("type")
        .ifPresent(value -> {
          value.text().ifPresent(names::add);
          if (value instanceof JsonArray array) {
            array.items().forEach(item -> item.text().ifPresent(names::add));
          }
        });
    return names;
  }

  private static BigDecimal number(SchemaNode schema, String keyword) {
    return schema.value(keyword).orElse(null) instanceof JsonTree.JsonNumber number
        ? number.value()
        : BigDecimal.ZERO;
  }

  /** In draft 4 the bound stands in another keyword. */
  private static BigDecimal exclusive(SchemaNode schema, String keyword, String bound) {
    boolean flag = schema.value(keyword).orElse(null) instanceof JsonBool;
    return number(schema, flag ? bound : keyword);
  }
}
