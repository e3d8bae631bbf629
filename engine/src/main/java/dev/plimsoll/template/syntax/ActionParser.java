package dev.plimsoll.template.syntax;

import dev.plimsoll.template.grammar.GoTemplateParser;
import dev.plimsoll.template.grammar.GoTemplateParser.ActionContext;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Parses one action after the other with ANTLR. */
final class ActionParser {

  private final ActionTokens tokens;
  private final GoTemplateParser parser;
  private boolean failed;

  ActionParser(TokenSource source) {
    tokens = new ActionTokens(source);
    parser = new GoTemplateParser(tokens);
    parser.removeErrorListeners();
  }

  /** Whether the last action does not follow the grammar. */
  boolean hasFailed() {
    return failed;
  }

  /** The parse tree of an action: a partial one where the action is broken. */
  ActionContext parse(List<CommonToken> action) {
    tokens.fill(action);
    parser.reset();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      failed = false;
      return parser.action();
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      parser.reset();
      parser.setErrorHandler(new DefaultErrorStrategy());
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      ActionContext context = parser.action();
      failed = parser.getNumberOfSyntaxErrors() > 0;
      return context;
    }
  }
}
