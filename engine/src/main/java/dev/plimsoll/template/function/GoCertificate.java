package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sprig's {@code certificate}.
 *
 * @param cert the certificate in PEM form
 * @param key its key in PEM form
 */
record GoCertificate(String cert, String key, Trace trace) implements GoObject {

  @Override
  public @Nullable GoValue field(String name) {
    return switch (name) {
      case "Cert" -> GoString.computed(cert, trace);
      case "Key" -> GoString.computed(key, trace);
      default -> null;
    };
  }

  @Override
  public boolean hasMethod(String name) {
    return false;
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    throw new GoFailure("no method " + method);
  }

  @Override
  public String print() {
    return "{" + cert + " " + key + "}";
  }

  @Override
  public Encoded encoded() {
    return new Encoded.Struct(
        List.of(
            new Encoded.Field("Cert", GoString.computed(cert, trace)),
            new Encoded.Field("Key", GoString.computed(key, trace))));
  }

  @Override
  public GoCertificate because(Trace reason) {
    return new GoCertificate(cert, key, trace.because(reason));
  }

  @Override
  public String typeName() {
    return "sprig.certificate";
  }

  @Override
  public String kindName() {
    return "struct";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
