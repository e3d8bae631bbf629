package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Optional;

/** Deletes a key with its value from a block mapping, with all the lines that they take. */
public final class EntryDeletion {

  private EntryDeletion() {}

  /**
   * The edit; empty where lines cannot simply be dropped: in a flow mapping, beside other things on
   * the line, behind a dash, for the only key of a mapping (what is left would be null), or for an
   * anchor.
   */
  public static Optional<TextEdit> of(Origin origin) {
    Span key = origin.keySpan();
    if (key == null) {
      return Optional.empty();
    }
    SourceFile file = origin.layer().file();
    LineIndex lines = file.lines();
    int firstLine = lines.lineOf(key.start());
    int lastLine = lines.lineOf(Math.max(key.end(), origin.span().end()));
    Span first = lines.line(firstLine);
    Span last = lines.line(lastLine);
    int end = Math.max(key.end(), origin.span().end());
    String indent = new Span(first.start(), key.start()).in(file.text());
    String rest = new Span(Math.min(end, last.end()), last.end()).in(file.text()).strip();
    boolean isAlone =
        indent.isBlank() && (rest.isEmpty() || rest.startsWith("#") || rest.equals(":"));
    String entry = new Span(key.start(), end).in(file.text());
    if (!isAlone || entry.contains("&") || !hasNeighbour(file, firstLine, lastLine, indent)) {
      return Optional.empty();
    }
    int next =
        lastLine < lines.lineCount() ? lines.line(lastLine + 1).start() : file.text().length();
    return Optional.of(new TextEdit(file.at(new Span(first.start(), next)), ""));
  }

  /**
   * Whether the line before or behind, blank lines and comments aside, holds a key of the same
   * mapping.
   */
  private static boolean hasNeighbour(SourceFile file, int firstLine, int lastLine, String indent) {
    if (indent.isEmpty()) {
      return true;
    }
    return isSibling(file, lastLine + 1, 1, indent) || isSibling(file, firstLine - 1, -1, indent);
  }

  private static boolean isSibling(SourceFile file, int line, int step, String indent) {
    LineIndex lines = file.lines();
    for (int at = line; at >= 1 && at <= lines.lineCount(); at += step) {
      String text = file.text(lines.line(at));
      String content = text.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      int depth = text.indexOf(content);
      if (depth == indent.length()) {
        return true;
      }
      // Going up, what is deeper belongs to a sibling above; anything less deep ends the mapping.
      if (step > 0 || depth < indent.length()) {
        return false;
      }
    }
    return false;
  }
}
