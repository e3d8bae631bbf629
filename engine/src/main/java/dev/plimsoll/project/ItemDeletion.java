package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Optional;

/** Deletes items of block lists. */
public final class ItemDeletion {

  private ItemDeletion() {}

  /**
   * A fix that deletes a list item with its dash and its lines.
   *
   * @return empty if the item shares its lines with something else, as in a flow list
   */
  public static Optional<Fix> fix(String title, Location item) {
    SourceFile file = item.file();
    LineIndex lines = file.lines();
    String text = file.text();
    int firstLine = lines.lineOf(item.span().start());
    int lineStart = lines.line(firstLine).start();
    if (!text.substring(lineStart, item.span().start()).strip().equals("-")) {
      return Optional.empty();
    }
    int lastLine = lines.lineOf(item.span().end());
    String behind = text.substring(item.span().end(), lines.line(lastLine).end()).strip();
    if (!behind.isEmpty() && !behind.startsWith("#")) {
      return Optional.empty();
    }
    int end = lastLine < lines.lineCount() ? lines.line(lastLine + 1).start() : text.length();
    Location whole = file.at(new Span(lineStart, end));
    return Optional.of(Fixes.replace(title, Fix.Applicability.SAFE, whole, ""));
  }
}
