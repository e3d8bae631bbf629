package dev.plimsoll.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.tokens.Token;

/** Reads scalars without quotes. */
final class PlainScalarScanner {

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final Indentation indentation;
  private final FlowLevels flows;

  // What was read last, for the recovery from a colon that should not follow it.
  private int lastStart = -1;
  private @Nullable StringBuilder lastText;
  private @Nullable LastLine lastLine;

  // Lets many `{{` in one line not each look for the end that is not there.
  private int noTemplateBefore;

  PlainScalarScanner(
      Cursor cursor, Tokens tokens, Problems problems, Indentation indentation, FlowLevels flows) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.indentation = indentation;
    this.flows = flows;
  }

  /**
   * The last line of a scalar of several lines.
   *
   * @param place where its text starts
   * @param length of the scalar's text without this line
   * @param end the offset behind the line before
   */
  private record LastLine(Cursor.Place place, int length, int end) {}

  /** Whether go-yaml lets a plain scalar start with the character at the cursor. */
  boolean mayStart() {
    int c = cursor.peek();
    return switch (c) {
      case '-' -> !Cursor.isBlank(cursor.peek(1));
      case '?', ':' -> flows.isBlock() && !Cursor.isBlankOrBreak(cursor.peek(1));
      case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> false;
      default -> !Cursor.isBlankOrBreak(c);
    };
  }

  /**
   * Reads a scalar and moves to what follows it.
   *
   * @return whether that stands on another line
   */
  boolean scan() {
    int start = cursor.offset();
    Gap gap = new Gap();
    StringBuilder folded = null;
    LastLine line = null;
    int run = start;
    int end = start;
    do {
      if (cursor.atDocumentIndicator() || cursor.peek() == '#') {
        break;
      }
      if (gap.hasBreak && isWord()) {
        folded = folded == null ? new StringBuilder() : folded;
        folded.append(cursor.text(), run, end);
        line = new LastLine(cursor.place(), folded.length(), end);
        gap.foldInto(folded);
        run = cursor.offset();
      }
      while (isWord()) {
        cursor.skip();
        end = cursor.offset();
      }
    } while (skipGap(gap));
    String text = cursor.text().substring(run, end);
    tokens.addScalar(
        folded == null ? text : folded.append(text).toString(), ScalarStyle.PLAIN, start, end);
    lastStart = start;
    lastText = folded;
    lastLine = line;
    return gap.hasBreak;
  }

  /** Blanks and line breaks between two words. */
  private static final class Gap {
    private boolean hasBreak;
    private char firstBreak;
    private final StringBuilder moreBreaks = new StringBuilder();

    void add(char lineBreak) {
      if (hasBreak) {
        moreBreaks.append(lineBreak);
      } else {
        firstBreak = lineBreak;
        hasBreak = true;
      }
    }

    void foldInto(StringBuilder text) {
      if (firstBreak != '\n') {
        text.append(firstBreak).append(moreBreaks);
      } else if (moreBreaks.isEmpty()) {
        text.append(' ');
      } else {
        text.append(moreBreaks);
      }
      hasBreak = false;
      moreBreaks.setLength(0);
    }
  }

  private boolean isWord() {
    int c = cursor.peek();
    if (Cursor.isWord(c)) {
      return true;
    }
    if (Cursor.isBlankOrBreak(c)) {
      return false;
    }
    if (c == ':' && Cursor.isBlankOrBreak(cursor.peek(1))) {
      return false;
    }
    return flows.isBlock() || ",?[]{}".indexOf(c) < 0;
  }

  /** Moves over blanks and breaks; false if there are none, or if the scalar ends with them. */
  private boolean skipGap(Gap gap) {
    int indent = indentation.current() + 1;
    int c = cursor.peek();
    if (!Cursor.isBlank(c) && !Cursor.isBreak(c)) {
      return false;
    }
    Cursor.Place lineStart = cursor.place();
    for (; Cursor.isBlank(c) || Cursor.isBreak(c); c = cursor.peek()) {
      if (Cursor.isBreak(c)) {
        gap.add(cursor.readBreak());
        lineStart = cursor.place();
        if (flows.endsHere()) {
          return false;
        }
      } else if (c == '\t' && gap.hasBreak && cursor.column() < indent) {
        if (flows.isBlock()) {
          // Whoever looks for the next token reports the tab.
          cursor.moveTo(lineStart);
          return false;
        }
        reportTab();
        cursor.skip();
      } else {
        cursor.skip();
      }
    }
    return !flows.isBlock() || cursor.column() >= indent;
  }

  private void reportTab() {
    problems.add(
        YamlProblem.Kind.TAB_INDENTATION,
        cursor.offset(),
        cursor.offset() + 1,
        "YAML is indented with blanks, and a tab stands here; replace it by blanks.");
  }

  /**
   * Recovers from a colon behind a scalar of several lines: its last line was meant to be an entry.
   *
   * @return false if the token before is no such scalar
   */
  boolean splitLastLine(SimpleKeys keys) {
    LastLine line = lastLine;
    StringBuilder text = lastText;
    if (!isLast() || line == null || text == null || line.place.line() != cursor.line()) {
      return false;
    }
    int start = lastStart;
    int colon = cursor.offset();
    tokens.removeLast();
    tokens.addScalar(text.substring(0, line.length), ScalarStyle.PLAIN, start, line.end);
    cursor.moveTo(line.place);
    if (keys.useWithoutColon(line.end)) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          line.end,
          "A `:` is missing behind this, as entries follow that belong to it.");
    } else {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          line.place.offset(),
          colon,
          "This entry is indented as if it belonged to the value before it; indent it like its "
              + "siblings.");
      cursor.pretendColumn(Math.max(0, indentation.current()));
    }
    keys.allow(true);
    return true;
  }

  /** Whether the scalar that was read last is the last token. */
  private boolean isLast() {
    return tokens.lastIs(Token.ID.Scalar) && Tokens.start(tokens.list().getLast()) == lastStart;
  }

  /** Recovers from a second colon in the line of a plain scalar: all of it becomes the scalar. */
  boolean extendToLineEnd() {
    if (!isLast() || cursor.offset() != Tokens.end(tokens.list().getLast())) {
      return false;
    }
    int start = lastStart;
    int end = cursor.offset();
    while (!Cursor.isBreakOrEnd(cursor.peek())) {
      if (cursor.peek() == '#' && end < cursor.offset()) {
        break;
      }
      boolean blank = Cursor.isBlank(cursor.peek());
      cursor.skip();
      end = blank ? end : cursor.offset();
    }
    tokens.removeLast();
    tokens.addScalar(cursor.text().substring(start, end), ScalarStyle.PLAIN, start, end);
    return true;
  }

  /** Whether the rest of the line, from the cursor on, is template actions and blanks. */
  boolean isTemplateLine() {
    String text = cursor.text();
    int at = cursor.offset();
    if (!cursor.isFirstOnLine(at) || !text.startsWith("{{", at)) {
      return false;
    }
    while (text.startsWith("{{", at)) {
      int end = templateEnd(at);
      if (end < 0) {
        return false;
      }
      at = end;
      while (at < text.length() && Cursor.isBlank(text.charAt(at))) {
        at++;
      }
    }
    return at == text.length() || Cursor.isBreak(text.charAt(at)) || text.charAt(at) == '#';
  }

  /** Reports the template action at the cursor. */
  int reportTemplate() {
    int start = cursor.offset();
    int end = templateEnd(start);
    problems.add(
        YamlProblem.Kind.SYNTAX,
        start,
        end,
        "Nothing renders templates in this text, and `{{` is no valid YAML here; write the value "
            + "itself, or put it in quotes if it is rendered later.");
    return end;
  }

  /**
   * Reads a template action as text: a mapping as the key of a mapping is never valid.
   *
   * @return false if there is none
   */
  boolean scanTemplate(SimpleKeys keys) {
    int start = cursor.offset();
    if (templateEnd(start) < 0) {
      return false;
    }
    keys.save();
    keys.allow(false);
    int end = reportTemplate();
    if (flows.isBlock()) {
      keys.allow(scan());
      return true;
    }
    while (cursor.offset() < end || isWord()) {
      cursor.skip();
    }
    tokens.addScalar(
        cursor.text().substring(start, cursor.offset()), ScalarStyle.PLAIN, start, cursor.offset());
    return true;
  }

  /** The offset behind the template action that starts at {@code start}, -1 without its end. */
  private int templateEnd(int start) {
    if (start < noTemplateBefore) {
      return -1;
    }
    String text = cursor.text();
    int at = start + 2;
    while (at < text.length() && !Cursor.isBreak(text.charAt(at))) {
      if (text.startsWith("}}", at)) {
        return at + 2;
      }
      at++;
    }
    noTemplateBefore = at;
    return -1;
  }
}
