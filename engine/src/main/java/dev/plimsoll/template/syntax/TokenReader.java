package dev.plimsoll.template.syntax;

import dev.plimsoll.template.grammar.GoTemplateLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template piece by piece: text, comments, actions.
 *
 * <p>Text and blanks are passed over here, which is many times faster than in the lexer; it gets to
 * see the rest only.
 */
final class TokenReader {

  /** What was read. */
  enum Piece {
    TEXT,
    COMMENT,
    /** A comment that Go refuses. */
    BROKEN_COMMENT,
    ACTION,
    END
  }

  /** More than this in one action is no template that anybody wrote. */
  static final int MOST = 100_000;

  private static final String OPEN = "{{";

  private final String text;
  private final Utf16Stream stream;
  private final GoTemplateLexer lexer;
  private final List<CommonToken> tokens = new ArrayList<>();
  private int offset;
  private int depth;
  private int deepest;
  private boolean doubtful;
  private boolean tooLong;

  TokenReader(String text) {
    this.text = text;
    this.stream = new Utf16Stream(text);
    this.lexer = new GoTemplateLexer(stream);
    lexer.removeErrorListeners();
  }

  GoTemplateLexer lexer() {
    return lexer;
  }

  /** The offset of the next piece. */
  int offset() {
    return offset;
  }

  /** The tokens of the last action or comment, without blanks. */
  List<CommonToken> tokens() {
    return tokens;
  }

  /** How deep parentheses nest in the last action. */
  int deepest() {
    return deepest;
  }

  /** Whether the last action has a token that Go would not let stand where it does. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** Whether the last action has more than {@link #MOST} tokens, of which only some were kept. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Reads the next piece; its text ends before {@link #offset()}. */
  Piece next() {
    if (offset == text.length()) {
      return Piece.END;
    }
    int open = text.indexOf(OPEN, offset);
    if (open != offset) {
      offset = open < 0 ? text.length() : open;
      return Piece.TEXT;
    }
    tokens.clear();
    seek(offset);
    lexer.mode(Lexer.DEFAULT_MODE);
    CommonToken token = read();
    tokens.add(token);
    return switch (token.getType()) {
      case GoTemplateLexer.COMMENT -> Piece.COMMENT;
      case GoTemplateLexer.COMMENT_NOT_ALONE, GoTemplateLexer.UNCLOSED_COMMENT ->
          Piece.BROKEN_COMMENT;
      default -> {
        readAction();
        yield Piece.ACTION;
      }
    };
  }

  /** The offset behind the closing braces of the last piece, white space behind not counted. */
  static int closed(String text, CommonToken close) {
    int end = close.getStopIndex() + 1;
    while (end > close.getStartIndex() && GoChars.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private CommonToken read() {
    CommonToken token = (CommonToken) lexer.nextToken();
    offset = stream.index();
    return token;
  }

  private void readAction() {
    depth = 0;
    deepest = 0;
    doubtful = false;
    tooLong = false;
    CommonToken previous = tokens.getFirst();
    int previousButOne = Token.EOF;
    while (true) {
      skipBlanks();
      CommonToken token = read();
      int type = token.getType();
      if (type == Token.EOF || type == GoTemplateLexer.NESTED_OPEN) {
        offset = token.getStartIndex();
        return;
      }
      tooLong = tokens.size() == MOST;
      if (tooLong) {
        tokens.removeLast();
      }
      tokens.add(token);
      if (type == GoTemplateLexer.CLOSE) {
        return;
      }
      inspect(isTemplateName(previousButOne, previous) ? null : previous, token);
      previousButOne = previous.getType();
      previous = token;
    }
  }

  /** Those in front of a trim marker belong to the closing braces. */
  private void skipBlanks() {
    int end = stream.index();
    while (end < text.length() && GoChars.isSpace(text.charAt(end))) {
      end++;
    }
    if (end > stream.index() && !text.startsWith("-}}", end)) {
      seek(end);
    }
  }

  private static boolean isTemplateName(int keyword, Token token) {
    return (keyword == GoTemplateLexer.TEMPLATE || keyword == GoTemplateLexer.BLOCK)
        && (token.getType() == GoTemplateLexer.STRING
            || token.getType() == GoTemplateLexer.RAW_STRING);
  }

  /**
   * @param previous the token before; null for one that ends no term
   */
  private void inspect(@Nullable CommonToken previous, CommonToken token) {
    switch (token.getType()) {
      case GoTemplateLexer.LEFT_PAREN -> deepest = Math.max(deepest, ++depth);
      case GoTemplateLexer.RIGHT_PAREN -> depth--;
      case GoTemplateLexer.FIELD -> {
        if (previous != null
            && endsTerm(previous)
            && previous.getStopIndex() + 1 == token.getStartIndex()) {
          token.setType(GoTemplateLexer.LINK);
        }
        inspectName(token);
      }
      case GoTemplateLexer.UNTERMINATED_STRING,
          GoTemplateLexer.UNTERMINATED_CHARACTER,
          GoTemplateLexer.UNTERMINATED_RAW_STRING ->
          cut(token);
      // Complex numbers are rare and easily misread.
      case GoTemplateLexer.COMPLEX -> doubtful = true;
      default -> {
        if (isName(token.getType())) {
          inspectName(token);
        }
      }
    }
  }

  private void inspectName(CommonToken token) {
    if (!GoChars.endsName(text, token.getStopIndex() + 1)) {
      doubtful = true;
      return;
    }
    for (int i = token.getStartIndex(); i <= token.getStopIndex(); i++) {
      if (text.charAt(i) > '~') {
        String name = token.getText();
        doubtful |= GoChars.nameLength(name, nameStart(token.getType())) < name.length();
        return;
      }
    }
  }

  /** The action goes on behind the closing braces that a quote without partner swallowed. */
  private void cut(CommonToken token) {
    int close = text.indexOf("}}", token.getStartIndex(), token.getStopIndex() + 1);
    if (close >= 0) {
      token.setStopIndex(close - 1);
      seek(close);
    }
  }

  private void seek(int target) {
    stream.seek(target);
    // ANTLR's lexer remembers that it met the end, and would stay there.
    lexer._hitEOF = false;
  }

  /** Where the letters of a name begin. */
  static int nameStart(int type) {
    return switch (type) {
      case GoTemplateLexer.VARIABLE,
          GoTemplateLexer.FIELD,
          GoTemplateLexer.LINK,
          GoTemplateLexer.DOT ->
          1;
      default -> 0;
    };
  }

  /** Whether Go looks at what follows the token. */
  static boolean isName(int type) {
    return switch (type) {
      case GoTemplateLexer.FUNCTION,
          GoTemplateLexer.VARIABLE,
          GoTemplateLexer.FIELD,
          GoTemplateLexer.LINK,
          GoTemplateLexer.DOT,
          GoTemplateLexer.BOOL,
          GoTemplateLexer.NIL ->
          true;
      default -> isKeyword(type);
    };
  }

  /** Whether the token is a word that begins an action of its own kind. */
  static boolean isKeyword(int type) {
    return switch (type) {
      case GoTemplateLexer.BLOCK,
          GoTemplateLexer.BREAK,
          GoTemplateLexer.CONTINUE,
          GoTemplateLexer.DEFINE,
          GoTemplateLexer.ELSE,
          GoTemplateLexer.END,
          GoTemplateLexer.IF,
          GoTemplateLexer.RANGE,
          GoTemplateLexer.TEMPLATE,
          GoTemplateLexer.WITH ->
          true;
      default -> false;
    };
  }

  private static boolean endsTerm(Token token) {
    return switch (token.getType()) {
      case GoTemplateLexer.FIELD,
          GoTemplateLexer.LINK,
          GoTemplateLexer.VARIABLE,
          GoTemplateLexer.FUNCTION,
          GoTemplateLexer.BOOL,
          GoTemplateLexer.NIL,
          GoTemplateLexer.DOT,
          GoTemplateLexer.NUMBER,
          GoTemplateLexer.COMPLEX,
          GoTemplateLexer.CHARACTER,
          GoTemplateLexer.STRING,
          GoTemplateLexer.RAW_STRING,
          GoTemplateLexer.RIGHT_PAREN ->
          true;
      default -> false;
    };
  }
}
