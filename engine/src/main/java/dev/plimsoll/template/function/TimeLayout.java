package dev.plimsoll.template.function;

import java.util.ArrayList;
import java.util.List;

/** A Go layout of times, cut into its elements ({@code nextStdChunk} in {@code format.go}). */
final class TimeLayout {

  private final String text;
  private final List<Piece> pieces;
  private final String rest;

  private TimeLayout(String text, List<Piece> pieces, String rest) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
    this.rest = rest;
  }

  /**
   * An element with the literal text before it.
   *
   * @param written the element as the layout has it
   */
  record Piece(String prefix, TimeElement element, String written) {

    /** How many digits a fraction has. */
    int digits() {
      return written.length() - 1;
    }
  }

  static TimeLayout of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      // The underscore in front of a year is just an underscore.
      boolean isYear = text.startsWith("_2006", i);
      TimeElement element = isYear ? null : TimeElement.at(text, i);
      int length = element == null ? 0 : element.length();
      if (element == null) {
        length = fractionLength(text, i);
        element =
            length > 0 && text.charAt(i + 1) == '9'
                ? TimeElement.TRIMMED_FRACTION
                : TimeElement.FRACTION;
      }
      if (length == 0) {
        i++;
        continue;
      }
      pieces.add(new Piece(text.substring(done, i), element, text.substring(i, i + length)));
      i += length;
      done = i;
    }
    return new TimeLayout(text, pieces, text.substring(done));
  }

  /** The length of a fraction of a second with its point or comma; 0 if there is none. */
  private static int fractionLength(String text, int start) {
    if (start + 1 >= text.length()
        || ".,".indexOf(text.charAt(start)) < 0
        || "09".indexOf(text.charAt(start + 1)) < 0) {
      return 0;
    }
    char digit = text.charAt(start + 1);
    int end = start + 1;
    while (end < text.length() && text.charAt(end) == digit) {
      end++;
    }
    boolean isNumber = end < text.length() && Character.isDigit(text.charAt(end));
    return isNumber ? 0 : end - start;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The literal text behind the last element. */
  String rest() {
    return rest;
  }

  @Override
  public String toString() {
    return text;
  }
}
