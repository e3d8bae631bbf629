package dev.plimsoll.cli.report;

import dev.plimsoll.source.Span;

/**
 * A line of source with a marked place, on its way to the terminal.
 *
 * @param text without a line end
 * @param start offset of the place in {@code text}
 * @param end offset behind the place
 */
record MarkedLine(String text, int start, int end) {

  private static final int MAX_LENGTH = 160;
  private static final int LEAD = 60;
  private static final String CUT = "…";

  String before() {
    return text.substring(0, start);
  }

  String place() {
    return text.substring(start, end);
  }

  /** Replaces a part; a mark that begins or ends inside the part covers all of its replacement. */
  MarkedLine replace(Span part, String replacement) {
    int delta = replacement.length() - part.length();
    int newStart = start;
    if (start >= part.end()) {
      newStart = start + delta;
    } else if (start > part.start()) {
      newStart = part.start();
    }
    int newEnd = end;
    if (end >= part.end()) {
      newEnd = end + delta;
    } else if (end > part.start()) {
      newEnd = part.start() + replacement.length();
    }
    String newText = text.substring(0, part.start()) + replacement + text.substring(part.end());
    return new MarkedLine(newText, newStart, Math.max(newStart, newEnd));
  }

  /**
   * Control characters could move the cursor or colour the terminal, and charts are not trusted.
   * The length stays the same.
   */
  MarkedLine printable() {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        safe.append(' ');
      } else {
        safe.append(Character.isISOControl(c) || isDirectionControl(c) ? '\uFFFD' : c);
      }
    }
    return new MarkedLine(safe.toString(), start, end);
  }

  /** Keeps the place and some text around it. */
  MarkedLine cut() {
    if (text.length() <= MAX_LENGTH) {
      return this;
    }
    int from = whole(Math.max(0, start - LEAD));
    int to = whole(Math.min(text.length(), from + MAX_LENGTH));
    String head = from > 0 ? CUT : "";
    String tail = to < text.length() ? CUT : "";
    int shift = head.length() - from;
    return new MarkedLine(
        head + text.substring(from, to) + tail, start + shift, Math.min(end, to) + shift);
  }

  /** Never between the two halves of a surrogate pair. */
  private int whole(int at) {
    boolean splits = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return splits ? at - 1 : at;
  }

  /** Characters that reorder the text around them (Unicode Bidirectional Algorithm). */
  private static boolean isDirectionControl(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
