package dev.plimsoll.template.value;

import java.util.List;

/** What encoders ({@code toYaml}, {@code toJson}, {@code toToml}) write instead of an object. */
public sealed interface Encoded {

  /** A type that turns itself into text ({@code MarshalJSON}, {@code MarshalText}). */
  record Text(TracedText text) implements Encoded {}

  /** A named type of a map, list or basic type: written as what it is made of. */
  record Plain(GoValue value) implements Encoded {}

  /**
   * A struct.
   *
   * @param fields in the order of the type; embedded structs are spread
   */
  record Struct(List<Field> fields) implements Encoded {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /**
   * An exported field.
   *
   * @param name in Go
   * @param jsonName in the {@code json} tag, or {@code name} if there is none
   * @param skipsEmpty whether the tag says {@code omitempty}
   */
  record Field(String name, String jsonName, boolean skipsEmpty, GoValue value) {

    /** A field without a tag. */
    public Field(String name, GoValue value) {
      this(name, name, false, value);
    }
  }
}
