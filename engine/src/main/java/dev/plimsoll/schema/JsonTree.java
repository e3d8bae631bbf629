package dev.plimsoll.schema;

import dev.plimsoll.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value with its place in the text. */
sealed interface JsonTree {

  /** The whole value, with its quotes, brackets or braces. */
  Span span();

  /** How people call this kind of value. */
  String kind();

  /** The member {@code key} of an object; empty for everything else. */
  default Optional<JsonTree> get(String key) {
    return this instanceof JsonObject object
        ? Optional.ofNullable(object.members.get(key)).map(Member::value)
        : Optional.empty();
  }

  /** The text of a string; empty for everything else. */
  default Optional<String> text() {
    return this instanceof JsonText string ? Optional.of(string.value) : Optional.empty();
  }

  /**
   * An object.
   *
   * @param members in the order of the text; of duplicates the last, as Go's decoder has it
   */
  record JsonObject(Map<String, Member> members, Span span) implements JsonTree {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** A member of an object. */
  record Member(Span keySpan, JsonTree value) {}

  /** An array. */
  record JsonArray(List<JsonTree> items, Span span) implements JsonTree {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string. */
  record JsonText(String value, Span span) implements JsonTree {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number; its exponent is bounded by the reader. */
  record JsonNumber(BigDecimal value, Span span) implements JsonTree {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** {@code true} or {@code false}. */
  record JsonBool(boolean value, Span span) implements JsonTree {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /** {@code null}. */
  record JsonNull(Span span) implements JsonTree {
    @Override
    public String kind() {
      return "null";
    }
  }
}
