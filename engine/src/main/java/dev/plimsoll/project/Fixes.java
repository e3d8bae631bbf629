package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Optional;

/** Builds fixes of the project file. */
final class Fixes {

  private Fixes() {}

  static Fix replace(
      String title, Fix.Applicability applicability, Location location, String newText) {
    return new Fix(title, applicability, List.of(new TextEdit(location, newText)));
  }

  /**
   * Deletes a list item with its dash and its lines.
   *
   * @return empty if the item shares its lines with something else, as in a flow list
   */
  static Optional<Fix> deleteItem(String title, Location item) {
    SourceFile file = item.file();
    LineIndex lines = file.lines();
    String text = file.text();
    int firstLine = lines.lineOf(item.span().start());
    int lineStart = lines.line(firstLine).start();
    if (!text.substring(lineStart, item.span().start()).strip().equals("-")) {
      return Optional.empty();
    }
    int lastLine = lines.lineOf(item.span().end());
    Span lastSpan = lines.line(lastLine);
    String behind = text.substring(item.span().end(), lastSpan.end()).strip();
    if (!behind.isEmpty() && !behind.startsWith("#")) {
      return Optional.empty();
    }
    int end = lastLine < lines.lineCount() ? lines.line(lastLine + 1).start() : text.length();
    Location whole = file.at(new Span(lineStart, end));
    return Optional.of(replace(title, Fix.Applicability.SAFE, whole, ""));
  }
}
