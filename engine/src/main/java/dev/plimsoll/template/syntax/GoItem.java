package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.value.GoQuotes;
import java.nio.charset.StandardCharsets;

/**
 * A token as Go's parser sees it ({@code parse.item}).
 *
 * @param type a type of the lexer's, or {@link #FAILURE}
 * @param text as it is written; of a failure the message
 * @param span what a person sees underlined
 * @param start the offset whose line Go names
 */
record GoItem(int type, String text, Span span, int start) {

  static final int FAILURE = -2;

  private static final int LONGEST_IN_MESSAGE = 10;

  static GoItem of(int type, String text, int start) {
    return new GoItem(type, text, new Span(start, start + text.length()), start);
  }

  /** What the lexer stumbled over. */
  static GoItem failure(Span span, int start, String message) {
    return new GoItem(FAILURE, message, span, start);
  }

  boolean isFailure() {
    return type == FAILURE;
  }

  /** {@code item.String}. */
  String describe() {
    if (isFailure()) {
      return text;
    }
    if (TokenReader.isKeyword(type) || type == GoTemplateLexer.DOT || type == GoTemplateLexer.NIL) {
      return "<" + text + ">";
    }
    if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IN_MESSAGE) {
      return GoQuotes.quote(text);
    }
    int shown = Math.min(LONGEST_IN_MESSAGE, text.codePointCount(0, text.length()));
    return GoQuotes.quote(text.substring(0, text.offsetByCodePoints(0, shown))) + "...";
  }
}
