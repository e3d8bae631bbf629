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

  /** Texts that begin otherwise are no numbers and no words with a meaning of their own. */
  private static final String NOT_ALWAYS_TEXT = "+-.0123456789yYnNtTfFoO~";

  /** Characters that mean nothing wherever they stand in a plain scalar. */
  private static final String HARMLESS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./()+=^$;<\\~";

  private static final boolean[] IS_HARMLESS = harmless();

  /**
   * The style that go-yaml chooses ({@code encoder.stringv}, {@code
   * yaml_emitter_select_scalar_style}).
   *
   * @param simpleKey whether the text is a key on the line of its value
   */
  static YamlStyle of(String text, Shape shape, boolean simpleKey, YamlDialect dialect) {
    if (text.indexOf('\n') >= 0) {
      return shape.fitsLiteral(dialect) && !simpleKey ? LITERAL : DOUBLE_QUOTED;
    }
    if (!isText(text) || (simpleKey && shape.hasBreaks)) {
      return DOUBLE_QUOTED;
    }
    if (shape.fitsPlain) {
      return PLAIN;
    }
    return shape.fitsSingleQuotes ? SINGLE_QUOTED : DOUBLE_QUOTED;
  }

  private static boolean isText(String text) {
    if (text.isEmpty()) {
      return false;
    }
    return NOT_ALWAYS_TEXT.indexOf(text.charAt(0)) < 0
        || (PlainText.isResolvedToText(text) && !BASE_60.matcher(text).matches());
  }

  private static boolean[] harmless() {
    boolean[] harmless = new boolean[128];
    HARMLESS.chars().forEach(c -> harmless[c] = true);
    return harmless;
  }

  /**
   * What the characters of a text allow ({@code yaml_emitter_analyze_scalar}).
   *
   * @param hasBreaks whether there are line breaks
   * @param hasTabs whether there are tabs, which v2 writes in double quotes only
   */
  record Shape(
      boolean fitsPlain,
      boolean fitsSingleQuotes,
      boolean fitsLiteral,
      boolean hasBreaks,
      boolean hasTabs) {

    private static final Shape HARMLESS_WORD = new Shape(true, true, true, false, false);
    private static final Shape EMPTY = new Shape(true, true, false, false, false);

    static Shape of(String text) {
      if (text.isEmpty()) {
        return EMPTY;
      }
      return isHarmless(text) ? HARMLESS_WORD : analyze(text);
    }

    private static boolean isHarmless(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= IS_HARMLESS.length || !IS_HARMLESS[c]) {
          return false;
        }
      }
      return !isMarker(text);
    }

    private static Shape analyze(String text) {
      boolean indicator = isMarker(text);
      boolean special = false;
      boolean tabs = false;
      boolean breaks = false;
      boolean spaceAfterBreak = false;
      boolean breakAfterSpace = false;
      char before = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        indicator |= isIndicator(text, i);
        tabs |= c == '\t';
        special |= c != '\t' && !YamlCharacters.isPrintable(c);
        if (YamlCharacters.isBreak(c)) {
          breaks = true;
          breakAfterSpace |= before == ' ';
        } else {
          spaceAfterBreak |= c == ' ' && i > 0 && YamlCharacters.isBreak(before);
        }
        before = c;
      }
      boolean open = text.charAt(0) == ' ' || before == ' ' || breaks;
      boolean unquotable = special || tabs || breakAfterSpace;
      return new Shape(
          !indicator && !open && !unquotable,
          !spaceAfterBreak && !unquotable,
          !special && !breakAfterSpace && before != ' ',
          breaks,
          tabs);
    }

    boolean fitsLiteral(YamlDialect dialect) {
      return fitsLiteral && !(hasTabs && dialect == YamlDialect.V2);
    }

    private static boolean isMarker(String text) {
      return text.startsWith("---") || text.startsWith("...");
    }

    /** Whether a character would mean something in a plain scalar. */
    private static boolean isIndicator(String text, int i) {
      char c = text.charAt(i);
      if (i == 0) {
        return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && isBlankAt(text, 1));
      }
      if (c == ':') {
        return isBlankAt(text, i + 1);
      }
      return c == '#' && isBlankOrNothing(text.charAt(i - 1));
    }

    private static boolean isBlankAt(String text, int i) {
      return i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t';
    }

    private static boolean isBlankOrNothing(char c) {
      return c == ' ' || c == '\t' || c == 0 || YamlCharacters.isBreak(c);
    }
  }
}
