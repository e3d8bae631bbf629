package dev.plimsoll.render;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A pattern of {@code .Files.Glob} as {@code gobwas/glob} reads it with {@code /} as the separator:
 * {@code *} and {@code ?} stop at a slash, {@code **} does not, {@code [a-z]} and {@code [!abc]}
 * are classes, {@code {a,b}} are alternatives, a backslash escapes.
 */
final class FileGlob {

  private static final String ANYTHING = "(?s:.*)";

  private final Pattern pattern;

  private FileGlob(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Reads a pattern; one that is broken matches everything, as in Helm. */
  static FileGlob of(String text) {
    String expression = new Reader(text).read().orElse(ANYTHING);
    return new FileGlob(Pattern.compile(expression));
  }

  boolean matches(String name) {
    return pattern.matches(name);
  }

  /** Turns a pattern into a regular expression. */
  private static final class Reader {

    private final int[] letters;
    private final StringBuilder expression = new StringBuilder();
    private int at;
    private int alternatives;

    Reader(String text) {
      this.letters = text.codePoints().toArray();
    }

    Optional<String> read() {
      while (at < letters.length) {
        if (!next()) {
          return Optional.empty();
        }
      }
      // Alternatives that are never closed are as good as closed at the end.
      return Optional.of(expression + ")".repeat(alternatives));
    }

    private boolean next() {
      int letter = letters[at++];
      switch (letter) {
        case '*' -> star();
        case '?' -> expression.append("[^/]");
        case '[' -> {
          return letterClass();
        }
        case '{' -> {
          alternatives++;
          expression.append("(?:");
        }
        case '}' -> close();
        case ',' -> expression.append(alternatives > 0 ? "|" : ",");
        case '\\' -> {
          if (at < letters.length) {
            literal(letters[at++]);
          }
        }
        default -> literal(letter);
      }
      return true;
    }

    private void star() {
      if (at < letters.length && letters[at] == '*') {
        at++;
        expression.append(ANYTHING);
      } else {
        expression.append("[^/]*");
      }
    }

    private void close() {
      if (alternatives > 0) {
        alternatives--;
        expression.append(')');
      } else {
        literal('}');
      }
    }

    private void literal(int letter) {
      expression.append(Pattern.quote(Character.toString(letter)));
    }

    private boolean letterClass() {
      boolean negated = at < letters.length && letters[at] == '!';
      if (negated) {
        at++;
      }
      if (at + 1 < letters.length && letters[at + 1] == '-') {
        return range(negated);
      }
      StringBuilder inside = new StringBuilder();
      while (at < letters.length && letters[at] != ']') {
        if (letters[at] == '\\' && at + 1 < letters.length) {
          at++;
        }
        inside.append(escaped(letters[at++]));
      }
      if (at++ >= letters.length || inside.isEmpty()) {
        return false;
      }
      expression.append(negated ? "[^" : "[").append(inside).append(']');
      return true;
    }

    /** A range is alone in its class. */
    private boolean range(boolean negated) {
      if (at + 3 >= letters.length || letters[at + 3] != ']' || letters[at + 2] < letters[at]) {
        return false;
      }
      expression.append(negated ? "[^" : "[").append(escaped(letters[at])).append('-');
      expression.append(escaped(letters[at + 2])).append(']');
      at += 4;
      return true;
    }

    private static String escaped(int letter) {
      return "\\x{" + Integer.toHexString(letter) + "}";
    }
  }
}
