package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Adds an entry to a map in a file of YAML, in the style and indentation of that map. */
public final class KeyInsertion {

  private static final Pattern INDENTED_KEY = Pattern.compile(" +[^ #-]");

  private KeyInsertion() {}

  /**
   * The edit that writes {@code keys}, each inside the one before, with {@code value} for the last.
   *
   * @param map the place of the map; empty for a file without content
   */
  public static TextEdit edit(Origin map, List<String> keys, String value) {
    return edit(map.layer().file(), map.span(), keys, value);
  }

  /**
   * The same in any file of YAML.
   *
   * @param span of the map; empty for a file without content
   */
  public static TextEdit edit(SourceFile file, Span span, List<String> keys, String value) {
    String text = file.text();
    if (!span.isEmpty() && text.charAt(span.start()) == '{') {
      return flow(file, span, keys, value);
    }
    int last = keys.size() - 1;
    return block(
        file, span, keys.subList(0, last), List.of(ScalarText.of(keys.get(last)) + ": " + value));
  }

  /**
   * The edit that writes an entry of several lines.
   *
   * @param map the place of a map in block style; empty for a file without content
   * @param keys of the maps around the entry that the map lacks, each inside the one before
   * @param lines of the entry, without indentation
   */
  public static TextEdit edit(Origin map, List<String> keys, List<String> lines) {
    return block(map.layer().file(), map.span(), keys, lines);
  }

  private static TextEdit block(SourceFile file, Span map, List<String> keys, List<String> lines) {
    String text = file.text();
    boolean isEmpty = map.isEmpty();
    String indent = isEmpty ? "" : indent(file, map);
    String step = step(text);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      written.add(indent + step.repeat(i) + ScalarText.of(keys.get(i)) + ":");
    }
    for (String line : lines) {
      written.add(line.isEmpty() ? "" : indent + step.repeat(keys.size()) + line);
    }
    String newline = newline(file);
    String all = String.join(newline, written);
    if (!isEmpty) {
      LineIndex index = file.lines();
      int end = index.line(index.lineOf(map.end())).end();
      return new TextEdit(file.at(Span.at(end)), newline + all);
    }
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    return new TextEdit(file.at(Span.at(text.length())), (open ? newline : "") + all + newline);
  }

  private static TextEdit flow(SourceFile file, Span span, List<String> keys, String value) {
    StringBuilder entry = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      entry.append(ScalarText.of(keys.get(i))).append(": ");
      entry.append(i == keys.size() - 1 ? "" : "{");
    }
    entry.append(value).append("}".repeat(keys.size() - 1));
    return atEndOfFlow(file, span, entry.toString());
  }

  /** Adds an entry or item to what stands in braces or brackets. */
  static TextEdit atEndOfFlow(SourceFile file, Span span, String entry) {
    String text = file.text();
    int last = span.end() - 1;
    while (last > span.start() + 1 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    boolean isEmpty = last == span.start() + 1;
    String separator = isEmpty ? "" : text.charAt(last - 1) == ',' ? " " : ", ";
    return new TextEdit(file.at(Span.at(last)), separator + entry);
  }

  /** The blanks before what begins a block in its first line. */
  static String indent(SourceFile file, Span block) {
    LineIndex lines = file.lines();
    return " ".repeat(block.start() - lines.line(lines.lineOf(block.start())).start());
  }

  /** What a file indents the keys of a map by: the least that it has, or two blanks. */
  private static String step(String text) {
    return text.lines()
        .filter(line -> INDENTED_KEY.matcher(line).lookingAt())
        .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
        .min(Order.byInt(String::length))
        .orElse("  ");
  }

  /** How a file ends its lines. */
  static String newline(SourceFile file) {
    return file.text().contains("\r\n") ? "\r\n" : "\n";
  }
}
