package dev.plimsoll.rules.values;

import dev.plimsoll.rules.values.ActionToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits Go template text into actions and those into tokens, by the lexical rules of {@code
 * text/template}. It never fails: text that is no template gives tokens that mean nothing.
 */
final class ActionLexer {

  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";

  private final String text;
  private int at;

  private ActionLexer(String text) {
    this.text = text;
  }

  /** The tokens of each action, in order; comments are left out. */
  static List<List<ActionToken>> actions(String text) {
    ActionLexer lexer = new ActionLexer(text);
    List<List<ActionToken>> actions = new ArrayList<>();
    for (int start = text.indexOf(LEFT); start >= 0; start = text.indexOf(LEFT, lexer.at)) {
      lexer.at = start + LEFT.length();
      List<ActionToken> action = lexer.action();
      if (!action.isEmpty()) {
        actions.add(action);
      }
    }
    return actions;
  }

  private List<ActionToken> action() {
    List<ActionToken> tokens = new ArrayList<>();
    if (text.startsWith("- ", at)) {
      at += 2;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return tokens;
    }
    while (at < text.length() && !text.startsWith(RIGHT, at)) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else {
        tokens.add(token(c));
      }
    }
    at = Math.min(at + RIGHT.length(), text.length());
    return tokens;
  }

  private ActionToken token(char c) {
    return switch (c) {
      case '"' -> quoted();
      case '`' -> raw();
      case '(' -> single(Kind.OPEN);
      case ')' -> single(Kind.CLOSE);
      case '|' -> single(Kind.PIPE);
      case '=' -> single(Kind.ASSIGN);
      case ':' -> assign();
      case '.', '$' -> field();
      default -> word();
    };
  }

  private ActionToken single(Kind kind) {
    at++;
    return new ActionToken(kind, text.substring(at - 1, at));
  }

  private ActionToken assign() {
    at += text.startsWith(":=", at) ? 2 : 1;
    return new ActionToken(Kind.ASSIGN, ":=");
  }

  private ActionToken quoted() {
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      content.append(text.charAt(at));
    }
    at = Math.min(at + 1, text.length());
    return new ActionToken(Kind.STRING, content.toString());
  }

  private ActionToken raw() {
    int end = text.indexOf('`', at + 1);
    end = end < 0 ? text.length() : end;
    String content = text.substring(at + 1, end);
    at = Math.min(end + 1, text.length());
    return new ActionToken(Kind.STRING, content);
  }

  private ActionToken field() {
    boolean isChain = at > 0 && text.charAt(at - 1) == ')';
    int start = at;
    at++;
    while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return new ActionToken(isChain ? Kind.CHAIN : Kind.FIELD, text.substring(start, at));
  }

  private ActionToken word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
      return new ActionToken(Kind.OTHER, text.substring(start, at));
    }
    boolean isNumber = Character.isDigit(text.charAt(start));
    return new ActionToken(isNumber ? Kind.OTHER : Kind.WORD, text.substring(start, at));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
