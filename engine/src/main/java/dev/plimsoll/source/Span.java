package dev.plimsoll.source;

/**
 * A half-open range of UTF-16 offsets in one text.
 *
 * @param start the offset of the first unit, at least 0
 * @param end the offset after the last unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a span: " + start + ".." + end);
    }
  }

  /** The empty span at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Whether {@code offset} lies inside, or at the end of, this span: what a cursor there touches.
   */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest span that covers both. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public Span shift(int delta) {
    return new Span(start + delta, end + delta);
  }

  /** The text that this span covers. */
  public String in(String text) {
    return text.substring(start, end);
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
