package dev.plimsoll.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shell pattern as Go's {@code path/filepath.Match} reads it: {@code *} and {@code ?} stop at a
 * slash, classes are {@code [a-z]} or {@code [^a-z]}, a backslash escapes.
 */
public final class GoPathPattern {

  private final List<Token> tokens;

  private GoPathPattern(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads a pattern; empty where Go answers {@code ErrBadPattern}. */
  public static Optional<GoPathPattern> parse(String text) {
    List<Token> tokens = new ArrayList<>();
    Scanner scanner = new Scanner(text.codePoints().toArray());
    while (!scanner.atEnd()) {
      Token token = scanner.next();
      if (token == null) {
        return Optional.empty();
      }
      tokens.add(token);
    }
    return Optional.of(new GoPathPattern(List.copyOf(tokens)));
  }

  /**
   * Whether the whole of {@code name} matches; the work is bounded by the product of the lengths.
   */
  public boolean matches(String name) {
    int[] letters = name.codePoints().toArray();
    boolean[] reached = new boolean[letters.length + 1];
    reached[0] = true;
    for (Token token : tokens) {
      reached = advance(token, letters, reached);
    }
    return reached[letters.length];
  }

  private static boolean[] advance(Token token, int[] letters, boolean[] reached) {
    boolean[] next = new boolean[reached.length];
    if (token instanceof Token.Star) {
      for (int i = 0; i < reached.length; i++) {
        next[i] = reached[i] || (i > 0 && next[i - 1] && letters[i - 1] != '/');
      }
      return next;
    }
    for (int i = 0; i < letters.length; i++) {
      next[i + 1] = reached[i] && token.accepts(letters[i]);
    }
    return next;
  }

  private sealed interface Token {

    boolean accepts(int letter);

    record Star() implements Token {
      @Override
      public boolean accepts(int letter) {
        return letter != '/';
      }
    }

    record AnyLetter() implements Token {
      @Override
      public boolean accepts(int letter) {
        return letter != '/';
      }
    }

    record Letter(int wanted) implements Token {
      @Override
      public boolean accepts(int letter) {
        return letter == wanted;
      }
    }

    record LetterClass(boolean negated, List<LetterRange> ranges) implements Token {
      @Override
      public boolean accepts(int letter) {
        return ranges.stream().anyMatch(range -> range.contains(letter)) != negated;
      }
    }
  }

  private record LetterRange(int low, int high) {
    boolean contains(int letter) {
      return low <= letter && letter <= high;
    }
  }

  /** Reads tokens; null stands for a bad pattern. */
  private static final class Scanner {

    private static final int BAD = -1;

    private final int[] letters;
    private int at;

    Scanner(int[] letters) {
      this.letters = letters;
    }

    boolean atEnd() {
      return at == letters.length;
    }

    @Nullable Token next() {
      int letter = letters[at++];
      return switch (letter) {
        case '*' -> new Token.Star();
        case '?' -> new Token.AnyLetter();
        case '[' -> letterClass();
        case '\\' -> atEnd() ? null : new Token.Letter(letters[at++]);
        default -> new Token.Letter(letter);
      };
    }

    private @Nullable Token letterClass() {
      boolean negated = !atEnd() && letters[at] == '^';
      if (negated) {
        at++;
      }
      List<LetterRange> ranges = new ArrayList<>();
      while (true) {
        if (!ranges.isEmpty() && !atEnd() && letters[at] == ']') {
          at++;
          return new Token.LetterClass(negated, List.copyOf(ranges));
        }
        int low = classLetter();
        int high = low;
        if (low != BAD && letters[at] == '-') {
          at++;
          high = classLetter();
        }
        if (low == BAD || high == BAD) {
          return null;
        }
        ranges.add(new LetterRange(low, high));
      }
    }

    /** A letter inside a class; Go wants something behind it, if only the closing bracket. */
    private int classLetter() {
      if (atEnd() || letters[at] == '-' || letters[at] == ']') {
        return BAD;
      }
      if (letters[at] == '\\') {
        at++;
      }
      if (at + 1 >= letters.length) {
        return BAD;
      }
      return letters[at++];
    }
  }
}
