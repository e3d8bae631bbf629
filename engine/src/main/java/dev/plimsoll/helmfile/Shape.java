package dev.plimsoll.helmfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The type of a field of a helmfile, as its Go struct has it. */
sealed interface Shape {

  /**
   * A single value. A pointer can tell <em>not said</em> from zero.
   *
   * <p>{@code ANY} takes every value, collections too; {@code TEXT_OR_VALUES} does as well, and a
   * text is a path or something else that is meant as a whole.
   */
  enum Scalar implements Shape {
    TEXT("string", false),
    TEXT_POINTER("string", true),
    FLAG("bool", false),
    FLAG_POINTER("bool", true),
    NUMBER("int", false),
    NUMBER_POINTER("int", true),
    FRACTION_POINTER("float32", true),
    ANY("interface {}", false),
    TEXT_OR_VALUES("interface {}", false);

    private final String goName;
    private final boolean isPointer;

    Scalar(String goName, boolean isPointer) {
      this.goName = goName;
      this.isPointer = isPointer;
    }

    @Override
    public String goName() {
      return goName;
    }

    boolean isPointer() {
      return isPointer;
    }
  }

  /** A list. */
  record ListOf(Shape item) implements Shape {
    @Override
    public String goName() {
      return "[]" + item.goName();
    }
  }

  /** A map with keys that people choose. */
  record MapOf(Shape value) implements Shape {
    @Override
    public String goName() {
      return "map[string]" + value.goName();
    }
  }

  /** A map with a closed set of keys. */
  record Struct(String goName, Map<String, Shape> fields) implements Shape {
    public Struct {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A list that may be written as its only item. */
  record OneOrMany(Shape item) implements Shape {
    @Override
    public String goName() {
      return "[]" + item.goName();
    }
  }

  /** A struct that may be written as the text of one of its fields. */
  record TextOr(Struct struct, String field) implements Shape {
    @Override
    public String goName() {
      return struct.goName();
    }
  }

  /** The Go type as helmfile's messages name it. */
  String goName();
}
