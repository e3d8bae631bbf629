package dev.plimsoll.template.value;

/**
 * {@code nil}.
 *
 * @param type the static Go type of where it was found, for error messages: {@code interface {}}
 *     for a missing key; empty for the literal
 */
public record GoNil(String type, Trace trace) implements GoValue {

  /** The literal {@code nil}. */
  public static final GoNil LITERAL = new GoNil("", Trace.NONE);

  /** A nil in a map or list of any type. */
  public GoNil(Trace trace) {
    this("interface {}", trace);
  }

  @Override
  public GoNil because(Trace reason) {
    return new GoNil(type, trace.because(reason));
  }

  @Override
  public String typeName() {
    return "<nil>";
  }

  @Override
  public String kindName() {
    return "invalid";
  }

  @Override
  public boolean isTrue() {
    return false;
  }
}
