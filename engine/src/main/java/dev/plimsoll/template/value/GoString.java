package dev.plimsoll.template.value;

/** {@code string}; the trace is that of its characters. */
public record GoString(TracedText content) implements GoValue {

  /** The empty literal. */
  public static final GoString EMPTY = new GoString(TracedText.EMPTY);

  /** Text that nobody tracks: literals and names. */
  public static GoString of(String text) {
    return new GoString(TracedText.untracked(text));
  }

  /** Text that was computed from {@code trace}. */
  public static GoString computed(String text, Trace trace) {
    return new GoString(TracedText.computed(text, trace));
  }

  public String text() {
    return content.text();
  }

  @Override
  public Trace trace() {
    return content.trace();
  }

  @Override
  public GoString because(Trace reason) {
    return new GoString(content.because(reason));
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public String kindName() {
    return "string";
  }

  @Override
  public boolean isTrue() {
    return !content.isEmpty();
  }
}
