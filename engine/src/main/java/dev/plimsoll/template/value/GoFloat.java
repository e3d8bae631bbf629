package dev.plimsoll.template.value;

/** {@code float64}. */
public record GoFloat(double value, Trace trace) implements GoValue {

  @Override
  public GoFloat because(Trace reason) {
    return new GoFloat(value, trace.because(reason));
  }

  @Override
  public String typeName() {
    return "float64";
  }

  @Override
  public String kindName() {
    return "float64";
  }

  @Override
  public boolean isTrue() {
    return value != 0;
  }
}
