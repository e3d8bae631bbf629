package dev.plimsoll.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.tokens.Token;

/** The open brackets and braces. */
final class FlowLevels {

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final Indentation indentation;
  private final Set<Integer> unclosed;
  private final List<Start> starts = new ArrayList<>();

  FlowLevels(
      Cursor cursor,
      Tokens tokens,
      Problems problems,
      Indentation indentation,
      Set<Integer> unclosed) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.indentation = indentation;
    this.unclosed = unclosed;
  }

  private record Start(Token.ID end, int offset) {}

  boolean isBlock() {
    return starts.isEmpty();
  }

  int depth() {
    return starts.size();
  }

  /** The offset of the outermost opening bracket. */
  int outermost() {
    return starts.getFirst().offset;
  }

  /** A collection opens at the cursor. */
  void start(Token.ID id) {
    Token.ID end =
        id == Token.ID.FlowSequenceStart ? Token.ID.FlowSequenceEnd : Token.ID.FlowMappingEnd;
    starts.add(new Start(end, cursor.offset()));
  }

  /**
   * A closing bracket stands at the cursor.
   *
   * @return the end of the collection that it closes: another one if it is the wrong bracket
   */
  Token.ID end(Token.ID id) {
    if (starts.isEmpty()) {
      // The grammar says what is wrong with it.
      return id;
    }
    if (starts.getLast().end != id && starts.stream().anyMatch(start -> start.end == id)) {
      while (starts.getLast().end != id) {
        endInnermost(lastEnd());
      }
    }
    Start closed = starts.removeLast();
    if (closed.end != id) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          cursor.offset(),
          cursor.offset() + 1,
          "`%s` cannot close `%s`; write `%s`."
              .formatted(sign(id), opening(closed), sign(closed.end)));
    }
    return closed.end;
  }

  /** The document ends, so every open collection does. */
  void endAll() {
    int end = lastEnd();
    while (!starts.isEmpty()) {
      endInnermost(end);
    }
  }

  /** Ends all collections if {@link #endsHere}. */
  boolean endHere() {
    if (!endsHere()) {
      return false;
    }
    endAll();
    return true;
  }

  /**
   * Whether the outermost collection is known to lack its end and the line that starts at the
   * cursor belongs to the block around it.
   */
  boolean endsHere() {
    return !starts.isEmpty()
        && unclosed.contains(starts.getFirst().offset)
        && cursor.offset() == cursor.lineStart()
        && BlockLines.isEntry(cursor.text(), cursor.offset(), indentation.current());
  }

  private void endInnermost(int end) {
    Start start = starts.removeLast();
    problems.add(
        YamlProblem.Kind.SYNTAX,
        start.offset,
        start.offset + 1,
        "This `%s` is never closed; write `%s` at its end."
            .formatted(opening(start), sign(start.end)));
    tokens.add(start.end, end, end);
  }

  private int lastEnd() {
    return Tokens.end(tokens.list().getLast());
  }

  private static char opening(Start start) {
    return start.end == Token.ID.FlowSequenceEnd ? '[' : '{';
  }

  private static char sign(Token.ID end) {
    return end == Token.ID.FlowSequenceEnd ? ']' : '}';
  }
}
