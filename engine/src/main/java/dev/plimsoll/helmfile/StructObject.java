package dev.plimsoll.helmfile;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Go struct without methods: {@code .Environment}, {@code .Release} and the data of a template.
 *
 * @param typeName the Go type ({@code environment.Environment})
 */
record StructObject(String typeName, Map<String, GoValue> fields) implements GoObject {

  StructObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public @Nullable GoValue field(String name) {
    return fields.get(name);
  }

  @Override
  public boolean hasMethod(String name) {
    return false;
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    throw new GoFailure("can't evaluate field " + method + " in type " + typeName);
  }

  @Override
  public String print() {
    StringBuilder text = new StringBuilder("{");
    for (GoValue field : fields.values()) {
      text.append(text.length() > 1 ? " " : "").append(GoPrinter.text(field));
    }
    return text.append('}').toString();
  }

  @Override
  public Trace trace() {
    return Trace.NONE;
  }

  @Override
  public GoValue because(Trace reason) {
    return this;
  }

  @Override
  public String kindName() {
    return "struct";
  }

  @Override
  public Encoded encoded() {
    List<Encoded.Field> encoded = new ArrayList<>();
    fields.forEach((name, value) -> encoded.add(new Encoded.Field(name, value)));
    return new Encoded.Struct(encoded);
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
