package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.value.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says of an action that is known to be wrong what Go says of it: goes over its tokens as Go's
 * parser does ({@code parse.Tree}), where the words depend on what was expected and the line on how
 * far the parser has looked ahead. Builds nothing.
 *
 * <p>Go stops at the first error. This goes on behind what is well-formed and only means nothing,
 * such as an unknown function.
 */
final class GoReplay {

  /** Who takes the errors. */
  interface Complaints {
    /**
     * Takes one.
     *
     * @param seen where the last token begins that Go has read
     * @param isLexical whether the lexer found it
     */
    void add(Span span, String message, int seen, boolean isLexical);
  }

  private final List<GoItem> items;
  private final Variables variables;
  private final Predicate<String> isFunction;
  private final Complaints complaints;
  private int next;
  private int furthest;

  /**
   * @param items from the opening braces on
   * @param variables those known in front of the action; gets those that it declares
   */
  GoReplay(
      List<GoItem> items,
      Variables variables,
      Predicate<String> isFunction,
      Complaints complaints) {
    this.items = items;
    this.variables = variables;
    this.isFunction = isFunction;
    this.complaints = complaints;
  }

  /**
   * Goes over the action.
   *
   * @param isOutermost whether {@code define} may stand here
   */
  void run(boolean isOutermost) {
    try {
      next();
      action(isOutermost);
    } catch (Stop stop) {
      // The error is told already.
    }
  }

  private void action(boolean isOutermost) {
    GoItem first = nextNonSpace();
    switch (first.type()) {
      case GoTemplateLexer.IF, GoTemplateLexer.WITH, GoTemplateLexer.RANGE ->
          pipeline(first.text(), GoTemplateLexer.CLOSE);
      case GoTemplateLexer.ELSE -> afterElse();
      case GoTemplateLexer.END -> close("end");
      case GoTemplateLexer.BREAK, GoTemplateLexer.CONTINUE -> close("{{" + first.text() + "}}");
      case GoTemplateLexer.BLOCK -> {
        name("block clause");
        pipeline("block clause", GoTemplateLexer.CLOSE);
      }
      case GoTemplateLexer.TEMPLATE -> {
        name("template clause");
        if (peekNonSpace().type() != GoTemplateLexer.CLOSE) {
          pipeline("template clause", GoTemplateLexer.CLOSE);
        }
      }
      default -> {
        if (first.type() == GoTemplateLexer.DEFINE && isOutermost) {
          name("define clause");
          close("define clause");
        } else {
          next--;
          pipeline("command", GoTemplateLexer.CLOSE);
        }
      }
    }
  }

  private void afterElse() {
    GoItem word = peekNonSpace();
    if (word.type() == GoTemplateLexer.IF || word.type() == GoTemplateLexer.WITH) {
      next();
      pipeline(word.text(), GoTemplateLexer.CLOSE);
    } else {
      close("else");
    }
  }

  private void close(String context) {
    GoItem item = nextNonSpace();
    if (item.type() != GoTemplateLexer.CLOSE) {
      throw unexpected(item, context);
    }
  }

  private void name(String context) {
    GoItem item = nextNonSpace();
    if (item.type() != GoTemplateLexer.STRING && item.type() != GoTemplateLexer.RAW_STRING) {
      throw unexpected(item, context);
    }
    string(item);
  }

  private void pipeline(String context, int end) {
    GoItem first = peekNonSpace();
    declarations(context);
    int stage = 0;
    List<Runnable> later = new ArrayList<>();
    while (true) {
      GoItem item = nextNonSpace();
      if (item.type() == end) {
        if (stage == 0) {
          complain(first.span().cover(item.span()), "missing value for " + context);
        }
        later.forEach(Runnable::run);
        return;
      }
      if (!isTerm(item)) {
        throw unexpected(item, context);
      }
      next--;
      int number = ++stage;
      if (!command() && number > 1) {
        // Go looks at this when the pipeline is complete.
        later.add(
            () -> complain(item.span(), "non executable command in pipeline stage " + number));
      }
    }
  }

  private void declarations(String context) {
    int count = 0;
    while (peekNonSpace().type() == GoTemplateLexer.VARIABLE) {
      GoItem variable = next();
      int behind = next;
      peek();
      GoItem item = peekNonSpace();
      int type = item.type();
      boolean isLast = type == GoTemplateLexer.ASSIGN || type == GoTemplateLexer.DECLARE;
      if (!isLast && type != GoTemplateLexer.COMMA) {
        next = behind - 1;
        return;
      }
      next();
      variables.declare(variable.text());
      if (isLast) {
        return;
      }
      count++;
      if (!context.equals("range") || count == 2) {
        throw stop(item, "too many declarations in " + context);
      }
      if (!mayFollowComma(peekNonSpace())) {
        throw stop(peek(), "range can only initialize variables");
      }
    }
  }

  private static boolean mayFollowComma(GoItem item) {
    return switch (item.type()) {
      case GoTemplateLexer.VARIABLE, GoTemplateLexer.CLOSE, GoTemplateLexer.RIGHT_PAREN -> true;
      default -> false;
    };
  }

  /** Takes a command and the pipe behind it; whether it can be executed. */
  private boolean command() {
    peekNonSpace();
    boolean isExecutable = !operand();
    while (true) {
      GoItem item = next();
      switch (item.type()) {
        case GoTemplateLexer.SPACE -> operand();
        case GoTemplateLexer.CLOSE, GoTemplateLexer.RIGHT_PAREN -> {
          next--;
          return isExecutable;
        }
        case GoTemplateLexer.PIPE -> {
          return isExecutable;
        }
        default -> throw unexpected(item, "operand");
      }
    }
  }

  /** Takes an operand, if there is one; whether it is a literal, dot or nil. */
  private boolean operand() {
    GoItem item = nextNonSpace();
    if (!isTerm(item)) {
      next--;
      return false;
    }
    term(item);
    if (peek().type() != GoTemplateLexer.LINK) {
      return isLiteral(item);
    }
    GoItem link = peek();
    while (peek().type() == GoTemplateLexer.LINK) {
      next();
    }
    if (isLiteral(item)) {
      complain(link.span(), "unexpected . after term " + GoQuotes.quote(item.text()));
    }
    return false;
  }

  private void term(GoItem item) {
    switch (item.type()) {
      case GoTemplateLexer.FUNCTION -> {
        if (!isFunction.test(item.text())) {
          complain(item.span(), "function " + GoQuotes.quote(item.text()) + " not defined");
        }
      }
      case GoTemplateLexer.VARIABLE -> {
        if (!variables.isDeclared(item.text())) {
          complain(item.span(), "undefined variable " + GoQuotes.quote(item.text()));
        }
      }
      case GoTemplateLexer.NUMBER, GoTemplateLexer.COMPLEX, GoTemplateLexer.CHARACTER -> {
        if (Numerals.read(item.span(), item.text(), item.type()) == null) {
          complain(item.span(), Numerals.refusal(item.text(), item.type()));
        }
      }
      case GoTemplateLexer.STRING, GoTemplateLexer.RAW_STRING -> string(item);
      case GoTemplateLexer.LEFT_PAREN ->
          pipeline("parenthesized pipeline", GoTemplateLexer.RIGHT_PAREN);
      default -> {}
    }
  }

  private void string(GoItem item) {
    if (QuotedStrings.unquote(item.text()) == null) {
      complain(item.span(), QuotedStrings.REFUSAL);
    }
  }

  private static boolean isTerm(GoItem item) {
    return switch (item.type()) {
      case GoTemplateLexer.FUNCTION,
          GoTemplateLexer.VARIABLE,
          GoTemplateLexer.FIELD,
          GoTemplateLexer.LINK,
          GoTemplateLexer.LEFT_PAREN ->
          true;
      default -> isLiteral(item);
    };
  }

  private static boolean isLiteral(GoItem item) {
    return switch (item.type()) {
      case GoTemplateLexer.BOOL,
          GoTemplateLexer.DOT,
          GoTemplateLexer.NIL,
          GoTemplateLexer.NUMBER,
          GoTemplateLexer.COMPLEX,
          GoTemplateLexer.CHARACTER,
          GoTemplateLexer.STRING,
          GoTemplateLexer.RAW_STRING ->
          true;
      default -> false;
    };
  }

  private GoItem next() {
    GoItem item = peek();
    next++;
    return item;
  }

  private GoItem peek() {
    furthest = Math.max(furthest, next);
    return items.get(next);
  }

  private GoItem nextNonSpace() {
    GoItem item = peekNonSpace();
    next++;
    return item;
  }

  private GoItem peekNonSpace() {
    while (peek().type() == GoTemplateLexer.SPACE) {
      next++;
    }
    return peek();
  }

  private void complain(Span span, String message) {
    complaints.add(span, message, items.get(furthest).start(), false);
  }

  private Stop stop(GoItem item, String message) {
    complain(item.span(), message);
    return new Stop();
  }

  private Stop unexpected(GoItem item, String context) {
    if (!item.isFailure()) {
      return stop(item, "unexpected " + item.describe() + " in " + context);
    }
    complaints.add(item.span(), item.text(), items.get(furthest).start(), true);
    return new Stop();
  }

  /** Leaves the action: nothing behind an error of syntax can be trusted. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }
}
