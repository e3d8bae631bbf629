package dev.plimsoll.template.value;

import java.util.Arrays;

/** Takes a text out of another, wherever it is. */
final class Removal {

  private final TracedText from;
  private final int length;
  private int[] starts = new int[8];
  private int count;

  Removal(TracedText from, String part) {
    this.from = from;
    this.length = part.length();
    String text = from.text();
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + length)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count] = at;
      count++;
    }
  }

  TracedText apply() {
    if (count == 0) {
      return from;
    }
    TextBuilder kept = new TextBuilder();
    int start = 0;
    for (int i = 0; i < count; i++) {
      kept.appendCharacters(from, start, starts[i]);
      start = starts[i] + length;
    }
    kept.appendCharacters(from, start, from.length());
    for (Control control : from.controls()) {
      kept.control(
          new Control(
              moved(control.start()),
              moved(control.end()),
              control.site(),
              control.tested(),
              control.taken()));
    }
    return kept.build();
  }

  /** Where a position of the text is without the part. */
  private int moved(int position) {
    int found = Arrays.binarySearch(starts, 0, count, position);
    int before = found >= 0 ? found : -found - 1;
    if (before == 0) {
      return position;
    }
    int last = starts[before - 1];
    int inside = Math.min(position - last, length);
    return position - (before - 1) * length - inside;
  }
}
