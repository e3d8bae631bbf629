package dev.plimsoll.template.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of which each character knows where it came from. Immutable. Without tracking there is the
 * text alone, and everything costs what it costs with plain strings.
 */
public final class TracedText {

  /** No characters. */
  public static final TracedText EMPTY = new TracedText("", null, List.of());

  private final String text;
  private final @Nullable Runs runs;
  private final List<Control> controls;
  private @Nullable Trace trace;

  TracedText(String text, @Nullable Runs runs, List<Control> controls) {
    this.text = text;
    this.runs = runs;
    this.controls = controls;
  }

  /** Text that nobody tracks. */
  public static TracedText untracked(String text) {
    return text.isEmpty() ? EMPTY : new TracedText(text, null, List.of());
  }

  /** Text that {@code trace} has word for word. */
  public static TracedText verbatim(String text, Trace trace) {
    if (text.isEmpty() && trace.isNone()) {
      return EMPTY;
    }
    return new TracedText(text, Runs.one(text.length(), null, trace, 0), List.of());
  }

  /** Text that was computed: no character of it stands in a source as it is. */
  public static TracedText computed(String text, Trace trace) {
    if (trace.isNone()) {
      return untracked(text);
    }
    return new TracedText(text, Runs.one(text.length(), null, trace, Run.COMPUTED), List.of());
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether anything is known about origins. */
  public boolean isTracked() {
    return runs != null || !controls.isEmpty();
  }

  /** The runs in order, without gaps; empty if nothing is tracked. Empty text may have one run. */
  public List<Run> runs() {
    return runs == null ? List.of() : runs.toList();
  }

  /**
   * The runs that have characters between two offsets; for an empty part those that touch it. Empty
   * runs count where they are inside.
   */
  public List<Run> runsIn(int start, int end) {
    return runs == null ? List.of() : runs.overlapping(start, end);
  }

  /** The run that covers {@code offset}; null if nothing is tracked. */
  public @Nullable Run runAt(int offset) {
    return runs == null ? null : runs.at(offset);
  }

  /** What decided about parts of the text, in the order of execution. */
  public List<Control> controls() {
    return controls;
  }

  /** Everything the text was made of, and what decided about parts of it. */
  public Trace trace() {
    Trace known = trace;
    if (known == null) {
      known = runs == null ? Trace.NONE : runs.joined();
      for (Control control : controls) {
        known = known.because(control.tested());
      }
      // A benign race: two threads may both join the same traces.
      trace = known;
    }
    return known;
  }

  @Nullable Runs rawRuns() {
    return runs;
  }

  /** A part of the text. */
  public TracedText substring(int start, int end) {
    if (start == 0 && end == text.length()) {
      return this;
    }
    if (!isTracked()) {
      return untracked(text.substring(start, end));
    }
    return new TextBuilder().append(this, start, end).build();
  }

  /** The text without a part of it, wherever it is; what remains keeps what is known of it. */
  public TracedText without(String part) {
    if (part.isEmpty() || !text.contains(part)) {
      return this;
    }
    return isTracked() ? new Removal(this, part).apply() : untracked(text.replace(part, ""));
  }

  /** The same characters, chosen because of {@code reason}. */
  public TracedText because(Trace reason) {
    if (reason.isNone()) {
      return this;
    }
    Runs known = runs == null ? Runs.one(text.length(), null, Trace.NONE, Run.COMPUTED) : runs;
    return new TracedText(text, known.because(reason), controls);
  }

  /**
   * Other characters for the same text: a replacement that changes each character by itself, such
   * as upper case.
   *
   * @param sameLength as long as this text
   */
  public TracedText withCharacters(String sameLength) {
    if (sameLength.length() != text.length()) {
      throw new IllegalArgumentException("Not as long as the text");
    }
    return new TracedText(sameLength, runs, controls);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TracedText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
