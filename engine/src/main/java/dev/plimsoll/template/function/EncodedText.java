package dev.plimsoll.template.function;

import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.GoText;

/**
 * What a text becomes on its way through JSON into go-yaml v2, which reads some characters
 * otherwise than JSON writes them.
 */
final class EncodedText {

  private static final char NEXT_LINE = '\u0085';

  /** The farthest that go-yaml looks for the colon of a key, in code points. */
  private static final int LONGEST_KEY = 1_024;

  private EncodedText() {}

  /** The text that arrives. */
  static TracedText throughJson(TracedText text) {
    String characters = text.text();
    for (int i = 0; i < characters.length(); i++) {
      if (!isPlain(characters.charAt(i))) {
        return changed(text);
      }
    }
    return text;
  }

  private static boolean isPlain(char c) {
    return c < 0x7F || (c >= 0xA0 && c < Character.MIN_SURROGATE);
  }

  private static TracedText changed(TracedText text) {
    String characters = text.text();
    for (int i = 0; i < characters.length(); i++) {
      if (isControl(characters.charAt(i))) {
        throw new EncodingFailure("yaml: control characters are not allowed");
      }
    }
    TracedText wellFormed = text.withCharacters(GoText.wellFormed(characters));
    return characters.indexOf(NEXT_LINE) < 0 ? wellFormed : folded(wellFormed);
  }

  /** What go-yaml's reader refuses. */
  private static boolean isControl(char c) {
    return (c >= 0x7F && c < 0xA0 && c != NEXT_LINE) || c >= '\uFFFE';
  }

  /** JSON does not escape U+0085, which is a line break for YAML: it folds quoted text there. */
  private static TracedText folded(TracedText text) {
    String characters = text.text();
    TextBuilder folded = new TextBuilder();
    int done = 0;
    for (int i = characters.indexOf(NEXT_LINE); i >= 0; i = characters.indexOf(NEXT_LINE, done)) {
      int start = i;
      while (start > done && characters.charAt(start - 1) == ' ') {
        start--;
      }
      folded.append(text, done, start);
      int breaks = 0;
      done = i;
      while (done < characters.length() && isBlankOrBreak(characters.charAt(done))) {
        breaks += characters.charAt(done) == NEXT_LINE ? 1 : 0;
        done++;
      }
      String lines = breaks == 1 ? " " : "\n".repeat(breaks - 1);
      folded.append(lines, text.trace());
    }
    return folded.append(text, done, text.length()).build();
  }

  private static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == NEXT_LINE;
  }

  /** Refuses a key whose colon go-yaml does not find: it is too far away, or on another line. */
  static void checkKey(String key) {
    if (key.indexOf(NEXT_LINE) >= 0) {
      throw new EncodingFailure("yaml: line 1: did not find expected ',' or '}'");
    }
    // No character takes more than six in JSON.
    boolean mayBeLong = key.length() * 6 + 2 > LONGEST_KEY;
    if (mayBeLong && jsonLength(key) > LONGEST_KEY) {
      throw new EncodingFailure("yaml: did not find expected ',' or '}'");
    }
  }

  private static int jsonLength(String key) {
    int length = 2;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      length +=
          switch (c) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            case '<', '>', '&', '\u2028', '\u2029' -> 6;
            default -> c < ' ' ? 6 : Character.isLowSurrogate(c) ? 0 : 1;
          };
    }
    return length;
  }
}
