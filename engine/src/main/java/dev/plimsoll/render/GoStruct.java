package dev.plimsoll.render;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Go struct, or a pointer to one, with the methods that templates can call on it. */
final class GoStruct implements GoObject {

  private final Type type;
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
  record Type(
      String name,
      List<Field> fields,
      Map<String, Method> methods,
      @Nullable Function<GoStruct, String> text) {

    Type {
      fields = List.copyOf(fields);
      methods = Map.copyOf(methods);
    }

    /** A type without methods. */
    Type(String name, List<Field> fields) {
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
  GoStruct(Type type, List<GoValue> values, Trace trace) {
    this(type, byName(type, values), trace);
  }

  private GoStruct(Type type, Map<String, GoValue> values, Trace trace) {
    this.type = type;
    this.values = values;
    this.trace = trace;
  }

  private static Map<String, GoValue> byName(Type type, List<GoValue> values) {
    Map<String, GoValue> byName = LinkedHashMap.newLinkedHashMap(values.size());
    for (int i = 0; i < values.size(); i++) {
      byName.put(type.fields().get(i).name(), values.get(i));
    }
    return byName;
  }

  @Override
  public @Nullable GoValue field(String name) {
    return values.get(name);
  }

  @Override
  public boolean hasMethod(String name) {
    return type.methods().containsKey(name);
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    Method found = type.methods().get(method);
    if (found == null) {
      throw new GoFailure("no method " + method, trace);
    }
    return found.body().call(this, arguments);
  }

  @Override
  public @Nullable List<String> parameters(String method) {
    Method found = type.methods().get(method);
    return found == null ? null : found.parameters();
  }

  @Override
  public boolean isStringer() {
    return type.text() != null;
  }

  @Override
  public String print() {
    Function<GoStruct, String> text = type.text();
    if (text != null) {
      return text.apply(this);
    }
    StringJoiner fields = new StringJoiner(" ", "{", "}");
    values.values().forEach(value -> fields.add(GoPrinter.text(value)));
    return fields.toString();
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public GoStruct because(Trace reason) {
    return new GoStruct(type, values, trace.because(reason));
  }

  @Override
  public String typeName() {
    return type.name();
  }

  @Override
  public String kindName() {
    return type.name().startsWith("*") ? "ptr" : "struct";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
