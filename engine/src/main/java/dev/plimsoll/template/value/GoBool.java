package dev.plimsoll.template.value;

/** {@code bool}. */
public record GoBool(boolean value, Trace trace) implements GoValue {

  @Override
  public GoBool because(Trace reason) {
    return new GoBool(value, trace.because(reason));
  }

  @Override
  public String typeName() {
    return "bool";
  }

  @Override
  public String kindName() {
    return "bool";
  }

  @Override
  public boolean isTrue() {
    return value;
  }
}
