package dev.plimsoll.template.value;

import org.jspecify.annotations.Nullable;

/** Quoted text and characters: {@code strconv.Quote} and its relatives. */
public final class GoQuotes {

  private static final int HIGHEST = 0x10FFFF;
  private static final int REPLACEMENT = 0xFFFD;

  private GoQuotes() {}

  /** {@code strconv.Quote}. */
  public static String quote(String text) {
    return quote(TracedText.untracked(text), false).text();
  }

  /**
   * {@code strconv.Quote} or {@code strconv.QuoteToASCII}: characters that need no escape keep
   * their origin, an escape depends on its character.
   */
  public static TracedText quote(TracedText content, boolean asciiOnly) {
    String text = content.text();
    TextBuilder quoted = new TextBuilder();
    quoted.append('"');
    int kept = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      String escape = escape(c, '"', asciiOnly);
      if (escape != null) {
        quoted.append(content, kept, i);
        Run run = content.runAt(i);
        quoted.append(escape, run == null ? Trace.NONE : run.trace());
        kept = next;
      }
      i = next;
    }
    return quoted.append(content, kept, text.length()).append('"').build();
  }

  /** {@code strconv.QuoteRune} or {@code strconv.QuoteRuneToASCII}. */
  static String quoteRune(long c, boolean asciiOnly) {
    int known = Long.compareUnsigned(c, HIGHEST) > 0 || isSurrogate(c) ? REPLACEMENT : (int) c;
    String escape = escape(known, '\'', asciiOnly);
    return "'" + (escape == null ? Character.toString(known) : escape) + "'";
  }

  /** {@code strconv.CanBackquote}. */
  public static boolean canBackquote(String text) {
    return text.codePoints()
        .allMatch(c -> c == '\t' || (c >= ' ' && c != '`' && c != 0x7F && c != 0xFEFF));
  }

  /** {@code strconv.IsPrint}: letters, marks, numbers, punctuation, symbols, the ASCII blank. */
  public static boolean isPrintable(int c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isSurrogate(long c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** What stands for a character in quotes; null if it stands for itself. */
  private static @Nullable String escape(int c, char quote, boolean asciiOnly) {
    if (c == quote || c == '\\') {
      return "\\" + (char) c;
    }
    if (isPrintable(c) && (!asciiOnly || c < 0x80)) {
      return null;
    }
    return switch (c) {
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0B -> "\\v";
      default -> numbered(c);
    };
  }

  private static String numbered(int c) {
    if (c < ' ' || c == 0x7F) {
      return "\\x" + hex(c, 2);
    }
    int known = isSurrogate(c) ? REPLACEMENT : c;
    return known < 0x10000 ? "\\u" + hex(known, 4) : "\\U" + hex(known, 8);
  }

  private static String hex(int c, int width) {
    String digits = Integer.toHexString(c);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
