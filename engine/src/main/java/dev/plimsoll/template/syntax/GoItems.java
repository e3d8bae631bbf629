package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.value.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/**
 * The tokens of one action as Go's lexer gives them ({@code parse.lexInsideAction}): up to the
 * closing braces or to the first thing it stumbles over.
 */
final class GoItems {

  /** {@code scanNumber}, which takes what it can get and never steps back. */
  private static final String SCANNED =
      "[+-]?+(?:0[xX][0-9a-fA-F_]*+(?:\\.[0-9a-fA-F_]*+)?+(?:[pP][+-]?+[0-9_]*+)?+"
          + "|0[oO][0-7_]*+(?:\\.[0-7_]*+)?+"
          + "|0[bB][01_]*+(?:\\.[01_]*+)?+"
          + "|[0-9_]*+(?:\\.[0-9_]*+)?+(?:[eE][+-]?+[0-9_]*+)?+)i?+";

  private static final String NAME_PART = "[\\p{L}\\p{Nd}_]";

  private static final Pattern SCAN =
      Pattern.compile(
          "%s(?:(?<first>%s)|(?<imaginary>(?=[+-])%s)(?<second>%s)?)?"
              .formatted(SCANNED, NAME_PART, SCANNED, NAME_PART));

  private final String text;
  private final List<GoItem> items = new ArrayList<>();
  private int depth;

  private GoItems(String text) {
    this.text = text;
  }

  /**
   * @param end the offset behind the action
   */
  static List<GoItem> of(String text, List<CommonToken> action, int end) {
    GoItems items = new GoItems(text);
    int last = action.getFirst().getStartIndex();
    for (CommonToken token : action) {
      items.addBlank(last, token.getStartIndex());
      last = token.getStopIndex() + 1;
      if (!items.add(token)) {
        return items.items;
      }
    }
    if (action.getLast().getType() != GoTemplateLexer.CLOSE) {
      items.addBlank(last, end);
      items.addMissingEnd(end);
    }
    return items.items;
  }

  /** What Go's lexer says of a comment that it does not take. */
  static GoItem brokenComment(CommonToken token) {
    int start = token.getText().indexOf("/*") + token.getStartIndex();
    boolean closed = token.getType() == GoTemplateLexer.COMMENT_NOT_ALONE;
    Span span =
        closed
            ? new Span(token.getStopIndex() - 1, token.getStopIndex() + 1)
            : new Span(token.getStartIndex(), start + 2);
    return GoItem.failure(
        span, start, closed ? "comment ends before closing delimiter" : "unclosed comment");
  }

  private void addBlank(int start, int end) {
    if (end > start) {
      items.add(GoItem.of(GoTemplateLexer.SPACE, " ", start));
    }
  }

  /** Whether the lexer goes on behind {@code token}. */
  private boolean add(CommonToken token) {
    return switch (token.getType()) {
      case GoTemplateLexer.CLOSE -> addClose(token);
      case GoTemplateLexer.LEFT_PAREN -> {
        depth++;
        yield addPlain(token);
      }
      case GoTemplateLexer.RIGHT_PAREN -> {
        depth--;
        yield depth < 0 ? fail(token, "unexpected right paren") : addPlain(token);
      }
      case GoTemplateLexer.COLON -> fail(token, "expected :=");
      case GoTemplateLexer.UNTERMINATED_STRING -> fail(token, "unterminated quoted string");
      case GoTemplateLexer.UNTERMINATED_RAW_STRING -> fail(token, "unterminated raw quoted string");
      case GoTemplateLexer.UNTERMINATED_CHARACTER -> fail(token, "unterminated character constant");
      case GoTemplateLexer.COMPLEX, GoTemplateLexer.BAD_NUMBER -> addNumber(token);
      case GoTemplateLexer.OTHER -> addOther(token);
      default -> TokenReader.isName(token.getType()) ? addName(token) : addPlain(token);
    };
  }

  private boolean addPlain(CommonToken token) {
    items.add(GoItem.of(token.getType(), token.getText(), token.getStartIndex()));
    return true;
  }

  private boolean addClose(CommonToken token) {
    int braces = TokenReader.closed(text, token) - 2;
    // One blank belongs to the trim marker.
    addBlank(token.getStartIndex(), braces - 2);
    if (depth <= 0) {
      items.add(GoItem.of(token.getType(), "}}", braces));
      return true;
    }
    // Go has not yet passed over the blank and the hyphen of a trim marker.
    int start = braces > token.getStartIndex() ? braces - 2 : braces;
    Span span = new Span(braces, braces + 2);
    items.add(GoItem.failure(span, start, "unclosed left paren"));
    return false;
  }

  private boolean addName(CommonToken token) {
    String name = token.getText();
    int from = TokenReader.nameStart(token.getType());
    int length = GoChars.nameLength(name, from);
    int end = token.getStartIndex() + length;
    if (token.getType() == GoTemplateLexer.DOT && end == text.length()) {
      // Only a dot with something behind it can be anything else than the beginning of a number.
      items.add(GoItem.of(GoTemplateLexer.NUMBER, name, token.getStartIndex()));
      return true;
    }
    if (length == 0) {
      items.add(unrecognized(end));
      return false;
    }
    if (!GoChars.endsName(text, end)) {
      items.add(failureAt(end, token.getStartIndex(), "bad character "));
      return false;
    }
    return addPlain(token);
  }

  /** A number that the grammar, which takes the longest match, may have seen otherwise than Go. */
  private boolean addNumber(CommonToken token) {
    int start = token.getStartIndex();
    Matcher number = SCAN.matcher(text).region(start, text.length());
    if (!number.lookingAt()) {
      throw new IllegalStateException("No number: " + token.getText());
    }
    String scanned = number.group();
    boolean isBad =
        number.group("first") != null
            || number.group("second") != null
            || (number.group("imaginary") != null && !scanned.endsWith("i"));
    if (isBad) {
      Span span = new Span(start, number.end());
      items.add(GoItem.failure(span, start, "bad number syntax: " + GoQuotes.quote(scanned)));
      return false;
    }
    boolean isComplex = number.group("imaginary") != null;
    items.add(
        GoItem.of(isComplex ? GoTemplateLexer.COMPLEX : GoTemplateLexer.NUMBER, scanned, start));
    if (number.end() <= token.getStopIndex()) {
      // The grammar takes every character outside of ASCII for a letter.
      items.add(unrecognized(number.end()));
      return false;
    }
    return true;
  }

  private boolean addOther(CommonToken token) {
    int c = token.getText().codePointAt(0);
    if (c < ' ' || c > '~') {
      items.add(unrecognized(token.getStartIndex()));
      return false;
    }
    return addPlain(token);
  }

  private void addMissingEnd(int end) {
    if (text.startsWith("{{", end)) {
      items.add(GoItem.of(GoTemplateLexer.OTHER, "{", end));
    } else {
      items.add(GoItem.failure(Span.at(end), end, "unclosed action"));
    }
  }

  private GoItem unrecognized(int offset) {
    return failureAt(offset, offset, "unrecognized character in action: ");
  }

  /** A character that must not stand where it does, and whose token begins at {@code start}. */
  private GoItem failureAt(int offset, int start, String message) {
    int c = text.codePointAt(offset);
    Span span = new Span(offset, offset + Character.charCount(c));
    return GoItem.failure(span, start, message + GoChars.describe(c));
  }

  private boolean fail(CommonToken token, String message) {
    Span span = new Span(token.getStartIndex(), token.getStopIndex() + 1);
    items.add(GoItem.failure(span, token.getStartIndex(), message));
    return false;
  }
}
