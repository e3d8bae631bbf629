package dev.plimsoll.render;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Go struct, or a pointer to one, with the methods that templates can call on it. */
final class GoStruct implements GoObject {

  private final Shape shape;
  private final Map<String, GoValue> values;
  private final Trace trace;

  /**
   * The Go type.
   *
   * @param name as {@code %T} prints it; begins with {@code *} for a pointer
   * @param fields in the order of the type
   * @param methods by name
   * @param text what the {@code String} method says; null without such a method
   */
  record Shape(
      String name,
      List<Field> fields,
      Map<String, Method> methods,
      @Nullable Function<GoStruct, String> text) {

    Shape {
      fields = List.copyOf(fields);
      methods = Map.copyOf(methods);
    }

    /** A type without methods. */
    Shape(String name, List<Field> fields) {
      this(name, fields, Map.of(), null);
    }
  }

  /**
   * An exported field.
   *
   * @param jsonName what encoders call it
   * @param omitsEmpty whether encoders leave it out where it is empty
   */
  record Field(String name, String jsonName, boolean omitsEmpty) {

    /** A field without a tag. */
    Field(String name) {
      this(name, name, false);
    }
  }

  /**
   * A method.
   *
   * @param parameters the Go types of its parameters
   */
  record Method(List<String> parameters, Body body) {

    /** What a method does. */
    @FunctionalInterface
    interface Body {
      GoValue call(GoStruct self, List<GoValue> arguments);
    }
  }

  /**
   * @param values of the fields, in their order
   */
  GoStruct(Shape shape, List<GoValue> values, Trace trace) {
    this(shape, byName(shape, values), trace);
  }

  private GoStruct(Shape shape, Map<String, GoValue> values, Trace trace) {
    this.shape = shape;
    this.values = values;
    this.trace = trace;
  }

  private static Map<String, GoValue> byName(Shape shape, List<GoValue> values) {
    Map<String, GoValue> byName = LinkedHashMap.newLinkedHashMap(values.size());
    for (int i = 0; i < values.size(); i++) {
      byName.put(shape.fields().get(i).name(), values.get(i));
    }
    return byName;
  }

  @Override
  public @Nullable GoValue field(String name) {
    return values.get(name);
  }

  @Override
  public boolean hasMethod(String name) {
    return shape.methods().containsKey(name);
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    Method found = shape.methods().get(method);
    if (found == null) {
      throw new GoFailure("no method " + method, trace);
    }
    return found.body().call(this, arguments);
  }

  @Override
  public @Nullable List<String> parameters(String method) {
    Method found = shape.methods().get(method);
    return found == null ? null : found.parameters();
  }

  @Override
  public boolean isStringer() {
    return shape.text() != null;
  }

  @Override
  public String print() {
    Function<GoStruct, String> text = shape.text();
    if (text != null) {
      return text.apply(this);
    }
    StringJoiner fields = new StringJoiner(" ", "{", "}");
    values.values().forEach(value -> fields.add(GoPrinter.text(value)));
    return fields.toString();
  }

  @Override
  public Encoded encoded() {
    List<Encoded.Field> fields = new ArrayList<>(values.size());
    for (Field field : shape.fields()) {
      GoValue value = values.get(field.name());
      if (value != null) {
        fields.add(new Encoded.Field(field.name(), field.jsonName(), field.omitsEmpty(), value));
      }
    }
    return new Encoded.Struct(fields);
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public GoStruct because(Trace reason) {
    return new GoStruct(shape, values, trace.because(reason));
  }

  @Override
  public String typeName() {
    return shape.name();
  }

  @Override
  public String kindName() {
    return shape.name().startsWith("*") ? "ptr" : "struct";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
