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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Demands as the rest of a sentence that begins with the path of the value. */
final class DemandText {

  private DemandText() {}

  static String sentence(Demand demand, Value value, boolean secret) {
    return switch (demand) {
      case Demand.Types(Set<String> names) ->
          "must be " + types(names) + ", and is " + ValueText.described(value, secret) + ".";
      case Demand.OneOf(List<JsonTree> values) -> oneOf(values, value, secret);
      case Demand.Matching(String pattern) ->
          "must match the pattern "
              + Words.code(pattern)
              + ", and is "
              + ValueText.shown(value, secret)
              + ".";
      case Demand.Formatted(String format) ->
          "must be a valid "
              + Words.code(format)
              + ", and is "
              + ValueText.shown(value, secret)
              + ".";
      case Demand.Bound(String words, BigDecimal limit) ->
          "must be "
              + words
              + " `"
              + limit.stripTrailingZeros().toPlainString()
              + "`, and is "
              + ValueText.shown(value, secret)
              + ".";
      case Demand.Count count -> count(count, value);
      case Demand.Distinct distinct -> "may not hold an item twice.";
      case Demand.Containing containing ->
          "does not hold as many items of one kind as its schema wants.";
      case Demand.Not(SchemaNode schema) -> not(schema);
      case Demand.Single(List<Integer> accepting) ->
          "must fit exactly one of the alternatives in its schema, and fits number "
              + Words.list(accepting.stream().map(String::valueOf).toList(), "and")
              + ".";
      case Demand.Alternative(int count) ->
          "fits none of the " + count + " alternatives in its schema.";
      case Demand.Other(String keyword) -> "breaks `" + keyword + "` of its schema.";
    };
  }

  /** <em>an integer or a string</em>. */
  static String types(Set<String> names) {
    return Words.list(names.stream().map(DemandText::type).toList(), "or");
  }

  static String type(String name) {
    return switch (name) {
      case "integer" -> "an integer";
      case "number" -> "a number";
      case "string" -> "a string";
      case "boolean" -> "a boolean";
      case "object" -> "a map";
      case "array" -> "a list";
      default -> name;
    };
  }

  /** A constant of a schema as a message shows it. */
  static String constant(JsonTree constant) {
    return switch (constant) {
      case JsonText text -> text.value().isEmpty() ? "`\"\"`" : Words.code(text.value());
      case JsonNumber number -> "`" + plain(number) + "`";
      case JsonBool bool -> "`" + bool.value() + "`";
      case JsonNull none -> "null";
      case JsonObject object -> "a certain map";
      case JsonArray array -> "a certain list";
    };
  }

  static String plain(JsonNumber number) {
    return number.value().stripTrailingZeros().toPlainString();
  }

  private static String oneOf(List<JsonTree> values, Value value, boolean secret) {
    if (values.isEmpty()) {
      return "can have no value: the list of its allowed values is empty.";
    }
    String wanted = Words.list(values.stream().map(DemandText::constant).distinct().toList(), "or");
    boolean scalars = values.stream().noneMatch(JsonObject.class::isInstance);
    String got =
        secret || !scalars || isOfOtherKind(values, value)
            ? ValueText.described(value, secret)
            : ValueText.shown(value, false);
    String near =
        secret
            ? ""
            : nearText(values, value)
                .map(found -> ": did you mean " + Words.code(found) + "?")
                .orElse("");
    String words = values.size() == 1 ? "must be " : "must be one of ";
    return words + wanted + ", and is " + got + (near.isEmpty() ? "." : near);
  }

  private static boolean isOfOtherKind(List<JsonTree> values, Value value) {
    boolean text = value instanceof ScalarValue scalar && scalar.content() instanceof GoScalar.Text;
    return text && values.stream().noneMatch(JsonText.class::isInstance);
  }

  /** The text among the constants that somebody may have meant. */
  static Optional<String> nearText(List<JsonTree> values, Value value) {
    if (!(value instanceof ScalarValue scalar)
        || !(scalar.content() instanceof GoScalar.Text(String written))) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    values.forEach(constant -> constant.text().ifPresent(texts::add));
    return NearName.of(written, texts);
  }

  private static String count(Demand.Count count, Value value) {
    int has =
        switch (value) {
          case MapValue map -> map.entries().size();
          case ListValue list -> list.items().size();
          case ScalarValue scalar ->
              scalar.content() instanceof GoScalar.Text(String text)
                  ? text.codePointCount(0, text.length())
                  : 0;
        };
    if (has == 0 && count.words().equals("at least")) {
      return "may not be empty"
          + (count.limit().compareTo(BigDecimal.ONE) > 0
              ? ": it must have at least "
                  + count.limit().toBigInteger()
                  + " "
                  + count.noun()
                  + "s."
              : ".");
    }
    boolean one = count.limit().compareTo(BigDecimal.ONE) == 0;
    return "must have "
        + count.words()
        + " "
        + count.limit().stripTrailingZeros().toPlainString()
        + " "
        + count.noun()
        + (one ? "" : "s")
        + ", and has "
        + has
        + ".";
  }

  private static String not(SchemaNode schema) {
    if (schema.value("required").orElse(null) instanceof JsonArray keys) {
      List<String> names =
          keys.items().stream().flatMap(key -> key.text().stream()).map(Words::code).toList();
      return names.size() == 1
          ? "may not have the key " + names.getFirst() + "."
          : "may not have the keys " + Words.list(names, "and") + " together.";
    }
    if (schema.value("const").isPresent()) {
      return "may not be " + constant(schema.value("const").get()) + ".";
    }
    if (schema.value("enum").orElse(null) instanceof JsonArray values) {
      return "may not be "
          + Words.list(values.items().stream().map(DemandText::constant).toList(), "or")
          + ".";
    }
    Set<String> types = Demand.types(schema);
    if (!types.isEmpty()
        && schema.tree() instanceof JsonObject only
        && only.members().size() == 1) {
      return "may not be " + types(types) + ".";
    }
    return "is something that its schema excludes.";
  }
}
