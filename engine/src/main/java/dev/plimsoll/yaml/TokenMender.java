package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Says what is wrong with a token that the grammar does not allow, and changes the tokens so that
 * the parser gets further when it starts again.
 */
final class TokenMender {

  private final String text;
  private final List<Token> tokens;
  private final Problems problems;

  TokenMender(String text, List<Token> tokens, Problems problems) {
    this.text = text;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The open collections around one token, given by the indexes of their starts. */
  private record Surroundings(List<Integer> open, boolean inDocument) {}

  /**
   * The offset of the outermost bracket around the token, -1 if there is none.
   *
   * @param index of the token that the grammar refused
   */
  int outermostFlow(int index) {
    for (int start : surroundings(index).open) {
      if (isFlowStart(id(start))) {
        return Tokens.start(tokens.get(start));
      }
    }
    return -1;
  }

  /**
   * Mends the tokens.
   *
   * @param index of the token that the grammar refused
   * @return false if there is nothing to mend
   */
  boolean mend(int index) {
    Surroundings around = surroundings(index);
    if (isStreamOrDocument(id(index))) {
      return false;
    }
    if (around.open.isEmpty()) {
      mendDocument(index, around.inDocument);
      return true;
    }
    Token.ID parent = id(around.open.getLast());
    if (isFlowStart(parent)) {
      mendFlow(index, parent);
    } else {
      mendBlock(index, parent);
    }
    return true;
  }

  private void mendDocument(int index, boolean inDocument) {
    if (!inDocument) {
      mendDocumentStart(index);
      return;
    }
    int next = index;
    while (!isStreamOrDocument(id(next))) {
      next++;
    }
    int start = Tokens.start(tokens.get(index));
    int end = Tokens.start(tokens.get(next));
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    problems.add(
        new YamlProblem(
            YamlProblem.Kind.IGNORED,
            new Span(start, end),
            "Helm skips this text without a word, because the document ends before it; indent it "
                + "like the first line, or start a new document with `---`."));
    tokens.subList(index, next).clear();
  }

  private void mendDocumentStart(int index) {
    if (id(index - 1) == Token.ID.DocumentEnd || id(index - 1) == Token.ID.Directive) {
      report(index, "A document behind `...` or a directive must start with `---`.");
      int offset = Tokens.start(tokens.get(index));
      tokens.add(index, Tokens.token(Token.ID.DocumentStart, offset, offset));
    } else {
      report(index, "A document cannot start with `%s`; remove it or use quotes.");
      tokens.remove(index);
    }
  }

  private void mendFlow(int index, Token.ID parent) {
    switch (id(index)) {
      case Value -> {
        report(index, "A `:` is not allowed here inside brackets; put the text in quotes.");
        tokens.remove(index);
      }
      case FlowEntry -> {
        report(index, "A value is missing before this comma; remove one of the commas.");
        tokens.remove(index);
      }
      case Scalar, Alias, Tag, Anchor, Key, FlowMappingStart, FlowSequenceStart -> {
        boolean property = id(index - 1) == Token.ID.Tag || id(index - 1) == Token.ID.Anchor;
        if (property) {
          report(index, "A value can have one anchor and one tag only; remove this one.");
          remove(index, index + 1);
        } else {
          report(index, "A comma is missing before `%s`.");
          int offset = Tokens.start(tokens.get(index));
          tokens.add(index, Tokens.token(Token.ID.FlowEntry, offset, offset));
        }
      }
      case BlockMappingStart,
          BlockSequenceStart,
          BlockEnd,
          BlockEntry,
          FlowMappingEnd,
          FlowSequenceEnd,
          StreamStart,
          StreamEnd,
          DocumentStart,
          DocumentEnd,
          Directive,
          Comment,
          Whitespace,
          Error -> {
        report(
            index,
            "`%s` is not allowed inside "
                + (parent == Token.ID.FlowMappingStart ? "braces." : "brackets."));
        tokens.remove(index);
      }
    }
  }

  private void mendBlock(int index, Token.ID parent) {
    switch (id(index)) {
      case BlockMappingStart -> {
        report(
            index, "The indentation of `%s` fits no entry above it; indent it like its siblings.");
        int end = matchingEnd(index);
        if (parent == Token.ID.BlockMappingStart) {
          tokens.remove(end);
          tokens.remove(index);
        } else {
          remove(index, end + 1);
        }
      }
      case BlockSequenceStart -> {
        report(index, "The indentation of this list item fits nothing above it.");
        remove(index, matchingEnd(index) + 1);
      }
      case BlockEntry -> {
        report(
            index,
            "A list item cannot stand between the entries of a mapping; indent it below its key, or "
                + "remove the `-`.");
        remove(index, nextSibling(index));
      }
      case Key -> {
        report(
            index,
            "The entry `%s` cannot stand between list items; indent it like the text of its item.");
        remove(index, nextSibling(index));
      }
      case Value -> {
        report(index, "No key stands before this `:`.");
        remove(index, Math.max(index + 1, nextSibling(index)));
      }
      case Scalar,
          Alias,
          Tag,
          Anchor,
          FlowMappingStart,
          FlowSequenceStart,
          FlowMappingEnd,
          FlowSequenceEnd,
          FlowEntry,
          BlockEnd,
          StreamStart,
          StreamEnd,
          DocumentStart,
          DocumentEnd,
          Directive,
          Comment,
          Whitespace,
          Error -> {
        report(
            index,
            "`%s` is not allowed here, as the value ends before it; put the whole value in quotes, or "
                + "start a new line.");
        remove(index, restOfLine(index));
      }
    }
  }

  /** The index behind the tokens that start on the same line and belong to no other line. */
  private int restOfLine(int index) {
    int lineEnd = Tokens.start(tokens.get(index));
    while (lineEnd < text.length() && !Cursor.isBreak(text.charAt(lineEnd))) {
      lineEnd++;
    }
    int next = index + 1;
    if (isFlowStart(id(index))) {
      next = matchingEnd(index) + 1;
    }
    while (Tokens.start(tokens.get(next)) < lineEnd && isInline(id(next))) {
      next = isFlowStart(id(next)) ? matchingEnd(next) + 1 : next + 1;
    }
    return next;
  }

  /** The index of the next token that starts or ends an entry of the collection at hand. */
  private int nextSibling(int index) {
    int depth = 0;
    int i = index + 1;
    while (!isStreamOrDocument(id(i))) {
      boolean sibling =
          id(i) == Token.ID.BlockEnd || id(i) == Token.ID.Key || id(i) == Token.ID.BlockEntry;
      if (depth == 0 && sibling) {
        return i;
      }
      depth = Math.max(0, depth + change(id(i)));
      i++;
    }
    return i;
  }

  private int matchingEnd(int start) {
    int depth = 0;
    for (int i = start; ; i++) {
      depth += change(id(i));
      if (depth == 0 || isStreamOrDocument(id(i + 1))) {
        return i;
      }
    }
  }

  private static int change(Token.ID id) {
    return isStart(id) ? 1 : isEnd(id) ? -1 : 0;
  }

  private void remove(int from, int to) {
    tokens.subList(from, Math.max(from + 1, to)).clear();
  }

  private Surroundings surroundings(int index) {
    List<Integer> open = new ArrayList<>();
    boolean inDocument = false;
    for (int i = 0; i < index; i++) {
      Token.ID id = id(i);
      if (isStreamOrDocument(id)) {
        open.clear();
        inDocument = false;
      } else {
        inDocument = true;
        if (isStart(id)) {
          open.add(i);
        } else if (isEnd(id) && !open.isEmpty()) {
          open.removeLast();
        }
      }
    }
    return new Surroundings(open, inDocument);
  }

  /** Reports the token; {@code %s} in the message is its text. */
  private void report(int index, String message) {
    Span span = written(index);
    problems.add(
        new YamlProblem(YamlProblem.Kind.SYNTAX, span, message.replace("%s", shown(span))));
  }

  /** The text of a token, or of the next one if it has none of its own. */
  private Span written(int index) {
    int start = Tokens.start(tokens.get(index));
    int lineEnd = start;
    while (lineEnd < text.length() && !Cursor.isBreak(text.charAt(lineEnd))) {
      lineEnd++;
    }
    for (int i = index; i < tokens.size() && Tokens.start(tokens.get(i)) <= lineEnd; i++) {
      int end = Tokens.end(tokens.get(i));
      if (end > start) {
        return new Span(start, Math.min(end, Math.max(lineEnd, start)));
      }
    }
    return Span.at(start);
  }

  private String shown(Span span) {
    String written = span.in(text);
    int longest = 40;
    return written.length() <= longest
        ? written
        : written.substring(0, written.offsetByCodePoints(0, longest / 2)) + "…";
  }

  private Token.ID id(int index) {
    return tokens.get(index).getTokenId();
  }

  private static boolean isFlowStart(Token.@Nullable ID id) {
    return id == Token.ID.FlowMappingStart || id == Token.ID.FlowSequenceStart;
  }

  private static boolean isStart(Token.ID id) {
    return isFlowStart(id) || id == Token.ID.BlockMappingStart || id == Token.ID.BlockSequenceStart;
  }

  private static boolean isEnd(Token.ID id) {
    return id == Token.ID.BlockEnd
        || id == Token.ID.FlowMappingEnd
        || id == Token.ID.FlowSequenceEnd;
  }

  private static boolean isStreamOrDocument(Token.ID id) {
    return id == Token.ID.StreamStart
        || id == Token.ID.StreamEnd
        || id == Token.ID.DocumentStart
        || id == Token.ID.DocumentEnd
        || id == Token.ID.Directive;
  }

  private static boolean isInline(Token.ID id) {
    return isFlowStart(id)
        || id == Token.ID.FlowMappingEnd
        || id == Token.ID.FlowSequenceEnd
        || id == Token.ID.FlowEntry
        || id == Token.ID.Scalar
        || id == Token.ID.Alias
        || id == Token.ID.Anchor
        || id == Token.ID.Tag;
  }
}
