package dev.plimsoll.values;

import dev.plimsoll.yaml.PlainText;
import java.util.regex.Pattern;

/** How a text is written in YAML. */
enum YamlStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL;

  /** YAML 1.1 has numbers such as 12:30, which go-yaml does not read but quotes for others. */
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

  /**
   * The style that go-yaml v2 chooses ({@code encoder.stringv}, {@code
   * yaml_emitter_select_scalar_style}).
   *
   * @param simpleKey whether the text is a key on the line of its value
   */
  static YamlStyle of(int[] text, String string, boolean simpleKey) {
    Traits traits = Traits.of(text);
    if (string.indexOf('\n') >= 0) {
      return traits.literalFits && !simpleKey ? LITERAL : DOUBLE_QUOTED;
    }
    boolean isText = PlainText.isResolvedToText(string) && !BASE_60.matcher(string).matches();
    if (!isText || (simpleKey && traits.breaks)) {
      return DOUBLE_QUOTED;
    }
    if (traits.plainFits) {
      return PLAIN;
    }
    return traits.singleQuotesFit ? SINGLE_QUOTED : DOUBLE_QUOTED;
  }

  /** Whether a text has a line break, so that it cannot be a key on the line of its value. */
  static boolean hasBreaks(int[] text) {
    return Traits.of(text).breaks;
  }

  static boolean isBreak(int c) {
    return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** What go-yaml writes as it is; characters outside the BMP are escaped. */
  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c <= '~')
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }

  /** What a text's characters allow ({@code yaml_emitter_analyze_scalar}). */
  private record Traits(
      boolean plainFits, boolean singleQuotesFit, boolean literalFits, boolean breaks) {

    static Traits of(int[] text) {
      if (text.length == 0) {
        return new Traits(true, true, false, false);
      }
      boolean indicator = isMarker(text);
      boolean special = false;
      boolean breaks = false;
      boolean spaceAfterBreak = false;
      boolean breakAfterSpace = false;
      for (int i = 0; i < text.length; i++) {
        int c = text[i];
        indicator |= isIndicator(text, i);
        special |= !isPrintable(c);
        breaks |= isBreak(c);
        spaceAfterBreak |= c == ' ' && i > 0 && isBreak(text[i - 1]);
        breakAfterSpace |= isBreak(c) && i > 0 && text[i - 1] == ' ';
      }
      int last = text[text.length - 1];
      boolean open = text[0] == ' ' || last == ' ' || breaks;
      boolean unquotable = special || breakAfterSpace;
      return new Traits(
          !indicator && !open && !unquotable,
          !spaceAfterBreak && !unquotable,
          !unquotable && last != ' ',
          breaks);
    }

    private static boolean isMarker(int[] text) {
      return text.length >= 3
          && (text[0] == '-' || text[0] == '.')
          && text[1] == text[0]
          && text[2] == text[0];
    }

    /** Whether a character would mean something in a plain scalar. */
    private static boolean isIndicator(int[] text, int i) {
      boolean blankFollows = i + 1 == text.length || text[i + 1] == ' ' || text[i + 1] == '\t';
      int c = text[i];
      if (i == 0) {
        return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && blankFollows);
      }
      int before = text[i - 1];
      return (c == ':' && blankFollows)
          || (c == '#' && (before == ' ' || before == '\t' || before == 0 || isBreak(before)));
    }
  }
}
