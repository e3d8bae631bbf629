package dev.plimsoll.helmfile;

import java.util.Locale;

/** What a text's characters allow ({@code yaml_emitter_analyze_scalar} of go-yaml v3). */
record YamlTraits(
    boolean means,
    boolean plainFits,
    boolean singleQuotesFit,
    boolean literalFits,
    boolean breaks) {

  /** How a text is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL
  }

  static YamlTraits of(String text) {
    boolean isText = GoYaml3.isPlainText(text);
    if (text.isEmpty()) {
      return new YamlTraits(false, true, true, false, false);
    }
    boolean indicator = text.startsWith("---") || text.startsWith("...");
    boolean special = false;
    boolean tab = false;
    boolean breaks = false;
    boolean spaceAfterBreak = false;
    boolean breakAfterSpace = false;
    int[] letters = text.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      int c = letters[i];
      indicator |= isIndicator(letters, i);
      tab |= c == '\t';
      special |= c != '\t' && !isPrintable(c);
      breaks |= isBreak(c);
      spaceAfterBreak |= c == ' ' && i > 0 && isBreak(letters[i - 1]);
      breakAfterSpace |= isBreak(c) && i > 0 && letters[i - 1] == ' ';
    }
    int last = letters[letters.length - 1];
    boolean open = letters[0] == ' ' || last == ' ' || breaks;
    return new YamlTraits(
        isText,
        !indicator && !open && !breakAfterSpace && !special && !tab,
        !spaceAfterBreak && !breakAfterSpace && !special && !tab,
        !breakAfterSpace && !special && last != ' ',
        breaks);
  }

  Style style(boolean isKey) {
    if (breaks) {
      return literalFits && !isKey ? Style.LITERAL : Style.DOUBLE_QUOTED;
    }
    if (!means) {
      return Style.DOUBLE_QUOTED;
    }
    if (plainFits) {
      return Style.PLAIN;
    }
    return singleQuotesFit ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED;
  }

  static boolean isBreak(int c) {
    return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c <= '~')
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }

  static String escape(int c) {
    return switch (c) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> hex(c);
    };
  }

  private static String hex(int c) {
    String form = c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X";
    return String.format(Locale.ROOT, form, c);
  }

  private static boolean isIndicator(int[] text, int i) {
    boolean blankFollows = i + 1 == text.length || text[i + 1] == ' ' || text[i + 1] == '\t';
    int c = text[i];
    if (i == 0) {
      return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && blankFollows);
    }
    int before = text[i - 1];
    boolean blankBefore = before == ' ' || before == '\t' || before == 0 || isBreak(before);
    return (c == ':' && blankFollows) || (c == '#' && blankBefore);
  }
}
