package dev.plimsoll.template.function;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins words in another case: {@code ToSnakeCase}, {@code ToKebabCase} and {@code ToPascalCase} of
 * {@code huandu/xstrings} 1.5.
 */
final class WordCase {

  /** What a stretch of text consists of. */
  private enum Kind {
    NUMBER,
    UPPER,
    LETTERS,
    CONNECTOR,
    PUNCTUATION,
    OTHER
  }

  private record Word(Kind kind, String text) {}

  private final List<Word> words;
  private final char connector;
  private final StringBuilder out = new StringBuilder();
  private int next;

  private WordCase(String text, char connector) {
    this.words = split(text.codePoints().toArray());
    this.connector = connector;
  }

  /** Lower-case words with a connector between them. */
  static String connect(String text, char connector) {
    return new WordCase(text, connector).connect();
  }

  /** Words that begin in upper case, without connectors. */
  static String pascal(String text) {
    int[] runes = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < runes.length && isConnector(runes[i])) {
      out.appendCodePoint(runes[i++]);
    }
    if (i == runes.length) {
      // Go writes the last of nothing but connectors once more.
      return i == 0 ? "" : out.appendCodePoint(runes[i - 1]).toString();
    }
    boolean lowers = GoCharacters.isUpper(runes[i]);
    int current = Character.toUpperCase(runes[i++]);
    for (; i < runes.length; i++) {
      int before = current;
      current = runes[i];
      if (isConnector(current) && isConnector(before)) {
        out.appendCodePoint(before);
      } else if (isConnector(before)) {
        lowers = GoCharacters.isUpper(current);
        current = Character.toUpperCase(current);
      } else {
        if (lowers && GoCharacters.isUpper(current)) {
          current = Character.toLowerCase(current);
        } else {
          lowers = false;
        }
        out.appendCodePoint(before);
      }
    }
    return out.appendCodePoint(current).toString();
  }

  private String connect() {
    if (words.isEmpty()) {
      return "";
    }
    Word word = words.getFirst();
    next = 1;
    while (next < words.size()) {
      if (word.kind() != Kind.CONNECTOR) {
        write(word);
      }
      Word before = word;
      word = words.get(next++);
      switch (before.kind()) {
        case NUMBER -> word = runOn(word);
        case CONNECTOR -> write(before);
        case PUNCTUATION -> {}
        case UPPER, LETTERS, OTHER -> word = behindLetters(word);
      }
    }
    write(word);
    return out.toString();
  }

  /** A number behind letters belongs to them, unless letters in lower case follow it. */
  private Word behindLetters(Word word) {
    if (word.kind() != Kind.NUMBER) {
      if (word.kind() != Kind.CONNECTOR && word.kind() != Kind.PUNCTUATION) {
        out.append(connector);
      }
      return word;
    }
    if (next >= words.size()) {
      return word;
    }
    Word number = word;
    Word following = words.get(next++);
    if (following.kind() != Kind.LETTERS) {
      write(number);
      if (following.kind() != Kind.CONNECTOR && following.kind() != Kind.PUNCTUATION) {
        out.append(connector);
      }
      return following;
    }
    out.append(connector);
    write(number);
    return runOn(following);
  }

  /** Writes lower-case letters and numbers that belong together; gives what is behind them. */
  private Word runOn(Word first) {
    Word word = first;
    while (word.kind() == Kind.LETTERS || word.kind() == Kind.NUMBER) {
      write(word);
      if (next >= words.size()) {
        return new Word(Kind.OTHER, "");
      }
      word = words.get(next++);
    }
    if (word.kind() != Kind.PUNCTUATION && word.kind() != Kind.CONNECTOR) {
      out.append(connector);
    }
    return word;
  }

  private void write(Word word) {
    if (word.kind() == Kind.CONNECTOR) {
      word.text().codePoints().forEach(c -> out.append(connector));
    } else if (word.kind() == Kind.UPPER) {
      out.append(GoCharacters.map(word.text(), Character::toLowerCase));
    } else {
      out.append(word.text());
    }
  }

  private static List<Word> split(int[] runes) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    while (start < runes.length) {
      Kind kind = kind(runes[start]);
      int end = kind == Kind.UPPER ? upperEnd(runes, start) : end(runes, start, kind);
      words.add(new Word(kind, new String(runes, start, end - start)));
      start = end;
    }
    return words;
  }

  private static int end(int[] runes, int start, Kind kind) {
    int end = start + 1;
    while (end < runes.length && kind(runes[end]) == kind) {
      end++;
    }
    return end;
  }

  /** {@code HTTPStatus} is {@code HTTP} and {@code Status}; {@code Status} is one word. */
  private static int upperEnd(int[] runes, int start) {
    int end = end(runes, start, Kind.UPPER);
    boolean letters = end < runes.length && kind(runes[end]) == Kind.LETTERS;
    if (!letters) {
      return end;
    }
    return end - start > 1 ? end - 1 : end(runes, end, Kind.LETTERS);
  }

  private static Kind kind(int c) {
    if (isConnector(c)) {
      return Kind.CONNECTOR;
    }
    if (GoCharacters.isPunctuation(c)) {
      return Kind.PUNCTUATION;
    }
    if (GoCharacters.isUpper(c)) {
      return Kind.UPPER;
    }
    if (isAlphabetic(c)) {
      return Kind.LETTERS;
    }
    return GoCharacters.isNumber(c) ? Kind.NUMBER : Kind.OTHER;
  }

  /** Letters of scripts that have case, below the ideographs. */
  private static boolean isAlphabetic(int c) {
    return Character.isLetter(c) && !Character.isIdeographic(c);
  }

  private static boolean isConnector(int c) {
    return c == '-' || c == '_' || GoCharacters.isSpace(c);
  }
}
