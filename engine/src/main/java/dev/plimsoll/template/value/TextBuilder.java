package dev.plimsoll.template.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assembles text and keeps the origins of what it is assembled from. Every function that moves text
 * is written with this class, so that origins are handled in one place.
 */
public final class TextBuilder {

  private final StringBuilder text;
  private @Nullable Runs runs;
  private List<Control> controls = List.of();

  public TextBuilder() {
    this(16);
  }

  /**
   * @param capacity how many characters there will be, about
   */
  public TextBuilder(int capacity) {
    text = new StringBuilder(capacity);
  }

  public int length() {
    return text.length();
  }

  /** Appends a whole text. */
  public TextBuilder append(TracedText part) {
    return append(part, 0, part.length());
  }

  /** Appends the characters {@code start} to {@code end} of a text. */
  public TextBuilder append(TracedText part, int start, int end) {
    if (!part.controls().isEmpty()) {
      copyControls(part.controls(), start, end, text.length() - start);
    }
    appendCharacters(part, start, end);
    return this;
  }

  /** Appends characters of a text without the decisions about them. */
  void appendCharacters(TracedText part, int start, int end) {
    Runs from = part.rawRuns();
    if (from == null) {
      plain(end - start);
    } else {
      copyRuns(from, start, end);
    }
    text.append(part.text(), start, end);
  }

  /** Notes a decision about what has been appended. */
  void control(Control control) {
    addControl(control);
  }

  /** Appends characters that nobody tracks: punctuation that a function adds. */
  public TextBuilder append(String untracked) {
    plain(untracked.length());
    text.append(untracked);
    return this;
  }

  /** Appends a character that nobody tracks. */
  public TextBuilder append(char untracked) {
    plain(1);
    text.append(untracked);
    return this;
  }

  /** Appends characters that were computed from {@code trace}. */
  public TextBuilder append(String computed, Trace trace) {
    return append(computed, null, trace, Run.COMPUTED);
  }

  /**
   * Appends characters of a known place.
   *
   * @param offset see {@link Run#offset}
   */
  public TextBuilder append(String part, @Nullable Site site, Trace trace, int offset) {
    if (site == null && trace.isNone()) {
      return append(part);
    }
    if (!part.isEmpty()) {
      tracked().add(text.length() + part.length(), site, trace, offset);
      text.append(part);
    }
    return this;
  }

  /** Notes that something else would stand here if {@code trace} were another. */
  public TextBuilder note(Trace trace) {
    if (!trace.isNone()) {
      tracked().addEmpty(null, trace);
    }
    return this;
  }

  /**
   * Appends the output of an action: what has no site yet was written by {@code site}.
   *
   * @param part what the action evaluated to
   */
  public TextBuilder write(TracedText part, Site site) {
    int at = text.length();
    Runs from = part.rawRuns();
    Runs into = tracked();
    if (from == null) {
      if (!part.isEmpty()) {
        into.add(at + part.length(), site, Trace.NONE, Run.COMPUTED);
      }
    } else {
      into.reserve(from.size());
      for (int i = 0; i < from.size(); i++) {
        Site known = from.site(i) == null ? site : from.site(i);
        if (from.start(i) == from.end(i)) {
          into.addEmpty(known, from.trace(i));
        } else {
          into.add(at + from.end(i), known, from.trace(i), from.offset(i, from.start(i)));
        }
      }
    }
    if (!part.controls().isEmpty()) {
      copyControls(part.controls(), 0, part.length(), at);
    }
    text.append(part.text());
    return this;
  }

  /** Notes a decision about what was appended since {@code start}. */
  public void control(int start, Site site, Trace tested, boolean taken) {
    addControl(new Control(start, text.length(), site, tested, taken));
  }

  public TracedText build() {
    String built = text.toString();
    Runs known = runs;
    if (known != null && built.isEmpty() && known.size() == 0) {
      known = null;
    }
    return built.isEmpty() && known == null && controls.isEmpty()
        ? TracedText.EMPTY
        : new TracedText(built, known, controls);
  }

  private void plain(int length) {
    if (runs != null && length > 0) {
      runs.add(text.length() + length, null, Trace.NONE, Run.COMPUTED);
    }
  }

  private Runs tracked() {
    Runs known = runs;
    if (known == null) {
      known = new Runs(4);
      runs = known;
      if (!text.isEmpty()) {
        known.add(text.length(), null, Trace.NONE, Run.COMPUTED);
      }
    }
    return known;
  }

  private void copyRuns(Runs from, int start, int end) {
    Runs into = tracked();
    int delta = text.length() - start;
    for (int i = from.firstTouching(start); i < from.size() && from.start(i) <= end; i++) {
      int first = Math.max(start, from.start(i));
      int last = Math.min(end, from.end(i));
      if (first < last) {
        into.add(last + delta, from.site(i), from.trace(i), from.offset(i, first));
      } else if (from.start(i) == from.end(i)) {
        into.addEmpty(from.site(i), from.trace(i));
      }
    }
  }

  private void copyControls(List<Control> from, int start, int end, int delta) {
    for (Control control : from) {
      if (control.end() >= start && control.start() <= end) {
        addControl(
            new Control(
                    Math.max(control.start(), start),
                    Math.min(control.end(), end),
                    control.site(),
                    control.tested(),
                    control.taken())
                .shift(delta));
      }
    }
  }

  private void addControl(Control control) {
    if (controls.isEmpty()) {
      controls = new ArrayList<>();
    }
    controls.add(control);
  }
}
