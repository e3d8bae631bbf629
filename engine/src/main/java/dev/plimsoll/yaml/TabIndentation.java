package dev.plimsoll.yaml;

import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.tokens.Token;

/** Reports tabs where only blanks may stand, and guesses the indentation that was meant. */
final class TabIndentation {

  /** What one level is guessed to be where nothing tells. */
  private static final int LEVEL = 2;

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final Indentation indentation;
  private final Map<String, Integer> columns = new HashMap<>();

  TabIndentation(Cursor cursor, Tokens tokens, Problems problems, Indentation indentation) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.indentation = indentation;
  }

  /** Moves over the tabs and blanks at the cursor, the first of which is a tab. */
  void skip() {
    int start = cursor.offset();
    boolean first = cursor.isFirstOnLine(start);
    while (cursor.peek() == '\t') {
      cursor.skip();
    }
    problems.add(
        YamlProblem.Kind.TAB_INDENTATION,
        start,
        cursor.offset(),
        first
            ? "YAML is indented with blanks, and a tab stands here; replace it by blanks."
            : "A tab cannot stand between this indicator and what follows; write a blank.");
    cursor.skipBlanks();
    if (first && !Cursor.isBreakOrEnd(cursor.peek()) && cursor.peek() != '#') {
      cursor.pretendColumn(column(cursor.text().substring(cursor.lineStart(), cursor.offset())));
    }
  }

  /** The same tabs mean the same column as before as long as that fits; else a child or sibling. */
  private int column(String prefix) {
    int parent = indentation.current();
    boolean opensNested = tokens.lastIs(Token.ID.Value) || tokens.lastIs(Token.ID.BlockEntry);
    Integer known = columns.get(prefix);
    if (known != null && (indentation.isOpenAt(known) || (opensNested && known > parent))) {
      return known;
    }
    int column = Math.max(0, opensNested ? parent + LEVEL : parent);
    columns.put(prefix, column);
    return column;
  }
}
