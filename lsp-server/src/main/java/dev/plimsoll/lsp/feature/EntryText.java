package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.schema.EntryDeletion;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of a block mapping as a person would carry it elsewhere.
 *
 * @param lines without their indentation, with the comments right above
 * @param value the text of the value alone
 * @param removal takes the lines away
 */
record EntryText(List<String> lines, String value, TextEdit removal) {

  /** Anchors and aliases mean something only where they stand. */
  private static final Pattern REFERENCE = Pattern.compile("(?:^|[\\s\\[{,:-])[&*]\\w");

  EntryText {
    lines = List.copyOf(lines);
  }

  /**
   * The text of an entry.
   *
   * @param entry the place of its value
   * @param goes the entry that goes with it: itself, or the one around it if nothing else is there
   * @return empty for what cannot simply be carried away
   */
  static Optional<EntryText> of(Origin entry, Origin goes) {
    Span key = entry.keySpan();
    SourceFile file = entry.layer().file();
    if (key == null || entry.span().isEmpty() || REFERENCE.matcher(text(entry, key)).find()) {
      return Optional.empty();
    }
    return EntryDeletion.of(goes)
        .map(deletion -> {
          LineIndex lines = file.lines();
          int first = lines.lineOf(key.start());
          int column = key.start() - lines.line(first).start();
          while (first > 1 && isComment(file, first - 1, column)) {
            first--;
          }
          boolean isWhole = goes.equals(entry);
          Span gone = deletion.location().span();
          int start = isWhole ? lines.line(first).start() : gone.start();
          return new EntryText(
              dedented(file, first, lines.lineOf(entry.span().end()), column),
              file.text(entry.span()),
              new TextEdit(file.at(new Span(start, gone.end())), ""));
        });
  }

  boolean isOneLine() {
    return !value.contains("\n");
  }

  private static String text(Origin entry, Span key) {
    return entry.layer().file().text(new Span(key.start(), entry.span().end()));
  }

  private static boolean isComment(SourceFile file, int line, int column) {
    String text = file.text(file.lines().line(line));
    return text.strip().startsWith("#") && text.indexOf('#') == column;
  }

  private static List<String> dedented(SourceFile file, int first, int last, int column) {
    List<String> dedented = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      String line = file.text(file.lines().line(i));
      dedented.add(line.length() > column ? line.substring(column) : line.strip());
    }
    while (dedented.size() > 1 && dedented.getLast().isEmpty()) {
      dedented.removeLast();
    }
    return dedented;
  }
}
