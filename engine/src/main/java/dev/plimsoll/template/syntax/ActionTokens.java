package dev.plimsoll.template.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of one action for ANTLR's parser, with an end of file behind them. One object is
 * filled again for each action of a file.
 */
final class ActionTokens implements TokenStream {

  private final TokenSource source;
  private final List<CommonToken> tokens = new ArrayList<>();
  private int index;

  ActionTokens(TokenSource source) {
    this.source = source;
  }

  void fill(List<CommonToken> action) {
    tokens.clear();
    index = 0;
    int end = 0;
    for (CommonToken token : action) {
      add(token);
      end = token.getStopIndex() + 1;
    }
    CommonToken last = new CommonToken(Token.EOF, "");
    last.setStartIndex(end);
    last.setStopIndex(end - 1);
    add(last);
  }

  private void add(CommonToken token) {
    token.setTokenIndex(tokens.size());
    tokens.add(token);
  }

  @Override
  public Token LT(int k) {
    int wanted = k > 0 ? index + k - 1 : Math.max(0, index + k);
    return tokens.get(Math.min(wanted, tokens.size() - 1));
  }

  @Override
  public int LA(int i) {
    return LT(i).getType();
  }

  @Override
  public void consume() {
    if (index == tokens.size() - 1) {
      throw new IllegalStateException("Nothing follows the end");
    }
    index++;
  }

  @Override
  public Token get(int index) {
    return tokens.get(index);
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int index) {
    this.index = index;
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public TokenSource getTokenSource() {
    return source;
  }

  @Override
  public String getSourceName() {
    return source.getSourceName();
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = interval.a; i <= Math.min(interval.b, tokens.size() - 1); i++) {
      text.append(tokens.get(i).getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, tokens.size() - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
