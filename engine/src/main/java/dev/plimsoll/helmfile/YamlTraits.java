package dev.plimsoll.helmfile;

import dev.plimsoll.values.YamlCharacters;

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
      special |= c != '\t' && !YamlCharacters.isPrintable(c);
      breaks |= YamlCharacters.isBreak(c);
      spaceAfterBreak |= c == ' ' && i > 0 && YamlCharacters.isBreak(letters[i - 1]);
      breakAfterSpace |= YamlCharacters.isBreak(c) && i > 0 && letters[i - 1] == ' ';
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

  private static boolean isIndicator(int[] text, int i) {
    boolean blankFollows = i + 1 == text.length || text[i + 1] == ' ' || text[i + 1] == '\t';
    int c = text[i];
    if (i == 0) {
      return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && blankFollows);
    }
    int before = text[i - 1];
    boolean blankBefore =
        before == ' ' || before == '\t' || before == 0 || YamlCharacters.isBreak(before);
    return (c == ':' && blankFollows) || (c == '#' && blankBefore);
  }
}
