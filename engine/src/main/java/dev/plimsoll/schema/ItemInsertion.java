package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds items to the end of a list in a file of YAML, in the style and indentation of that list. */
public final class ItemInsertion {

  private ItemInsertion() {}

  /**
   * The edit; empty where the text is neither a list in brackets nor one with dashes.
   *
   * @param list the span of the list
   * @param items as YAML, each on one line
   */
  public static Optional<TextEdit> edit(SourceFile file, Span list, List<String> items) {
    String text = file.text(list);
    if (text.startsWith("[") && text.endsWith("]")) {
      return Optional.of(KeyInsertion.atEndOfFlow(file, list, String.join(", ", items)));
    }
    return text.startsWith("-") ? Optional.of(block(file, list, items)) : Optional.empty();
  }

  private static TextEdit block(SourceFile file, Span list, List<String> items) {
    LineIndex lines = file.lines();
    String indent = KeyInsertion.indent(file, list);
    String newline = KeyInsertion.newline(file);
    // The end may be that of the line break behind the last item.
    int last = list.start() + file.text(list).stripTrailing().length();
    int lineEnd = lines.line(lines.lineOf(last)).end();
    return new TextEdit(
        file.at(Span.at(lineEnd)),
        items.stream().map(item -> newline + indent + "- " + item).collect(Collectors.joining()));
  }
}
