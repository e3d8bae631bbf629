package dev.plimsoll.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.Token;

/** Hands a list of tokens to SnakeYAML's parser and remembers how far that is. */
final class TokenFeed implements Scanner {

  private final List<Token> tokens;
  private int next;
  private @Nullable Token taken;

  /** The kind of the token that comes next, which is asked for many times; null at the end. */
  private Token.@Nullable ID nextId;

  TokenFeed(List<Token> tokens) {
    this.tokens = tokens;
    this.nextId = idAt(0);
  }

  private Token.@Nullable ID idAt(int index) {
    return index < tokens.size() ? tokens.get(index).getTokenId() : null;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    for (Token.ID choice : choices) {
      if (nextId == choice) {
        return true;
      }
    }
    return choices.length == 0 && nextId != null;
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return nextId == choice;
  }

  @Override
  public Token peekToken() {
    return tokens.get(next);
  }

  @Override
  public Token getToken() {
    Token token = tokens.get(next++);
    taken = token;
    nextId = idAt(next);
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    // The bound on the size is ours and counts the whole text.
  }

  /** The index of the token that comes next. */
  int position() {
    return next;
  }

  /**
   * Whether the token that the parser took last, a scalar, is the value of a block mapping's entry
   * without a colon before it: SnakeYAML's grammar lets that pass.
   */
  boolean lacksValueIndicator() {
    Token.ID before = tokens.get(next - 2).getTokenId();
    return before != Token.ID.Value && before != Token.ID.Tag && before != Token.ID.Anchor;
  }

  /** The offset behind the token that the parser took last. */
  int takenEnd() {
    return taken == null ? 0 : taken.getEndMark().getIndex();
  }

  /** The offset where the token starts that the parser took last. */
  int takenStart() {
    return taken == null ? 0 : taken.getStartMark().getIndex();
  }

  /** Whether {@code mark} is the very end mark of the token that the parser took last. */
  boolean tookEndMark(Mark mark) {
    return taken != null && taken.getEndMark() == mark;
  }

  /** Whether the token that the parser took last is of this kind. */
  boolean took(Token.ID id) {
    return taken != null && taken.getTokenId() == id;
  }
}
