package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
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
    if (span.isEmpty()) {
      return append(file, keys, value);
    }
    return text.charAt(span.start()) == '{'
        ? flow(file, span, keys, value)
        : block(file, span, keys, value);
  }

  /**
   * The edit that writes an entry of several lines.
   *
   * @param map the place of a map in block style; empty for a file without content
   * @param keys of the maps around the entry that the map lacks, each inside the one before
   * @param lines of the entry, without indentation
   */
  public static TextEdit edit(Origin map, List<String> keys, List<String> lines) {
    SourceFile file = map.layer().file();
    String text = file.text();
    boolean isEmpty = map.span().isEmpty();
    LineIndex index = file.lines();
    int start = isEmpty ? 0 : index.line(index.lineOf(map.span().start())).start();
    String indent = isEmpty ? "" : " ".repeat(map.span().start() - start);
    String step = step(text);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      written.add(indent + step.repeat(i) + ScalarText.of(keys.get(i)) + ":");
    }
    for (String line : lines) {
      written.add(line.isEmpty() ? "" : indent + step.repeat(keys.size()) + line);
    }
    String newline = newline(text);
    String all = String.join(newline, written);
    if (!isEmpty) {
      int end = index.line(index.lineOf(map.span().end())).end();
      return new TextEdit(file.at(Span.at(end)), newline + all);
    }
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    return new TextEdit(file.at(Span.at(text.length())), (open ? newline : "") + all + newline);
  }

  private static TextEdit append(SourceFile file, List<String> keys, String value) {
    String text = file.text();
    String newline = newline(text);
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    return new TextEdit(
        file.at(Span.at(text.length())),
        (open ? newline : "") + nested(keys, value, "", step(text), newline) + newline);
  }

  private static TextEdit block(SourceFile file, Span span, List<String> keys, String value) {
    LineIndex lines = file.lines();
    int lineStart = lines.line(lines.lineOf(span.start())).start();
    String indent = " ".repeat(span.start() - lineStart);
    String newline = newline(file.text());
    int lineEnd = lines.line(lines.lineOf(span.end())).end();
    return new TextEdit(
        file.at(Span.at(lineEnd)),
        newline + nested(keys, value, indent, step(file.text()), newline));
  }

  private static TextEdit flow(SourceFile file, Span span, List<String> keys, String value) {
    String text = file.text();
    int end = span.end() - 1;
    int last = end;
    while (last > span.start() + 1 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    char before = text.charAt(last - 1);
    String separator = before == '{' ? "" : before == ',' ? " " : ", ";
    StringBuilder entry = new StringBuilder(separator);
    for (int i = 0; i < keys.size(); i++) {
      entry.append(ScalarText.of(keys.get(i))).append(": ");
      entry.append(i == keys.size() - 1 ? "" : "{");
    }
    entry.append(value).append("}".repeat(keys.size() - 1));
    return new TextEdit(file.at(Span.at(last)), entry.toString());
  }

  private static String nested(
      List<String> keys, String value, String indent, String step, String newline) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      lines.append(indent).append(step.repeat(i)).append(ScalarText.of(keys.get(i))).append(':');
      lines.append(i == keys.size() - 1 ? " " + value : newline);
    }
    return lines.toString();
  }

  /** What a file indents the keys of a map by: the least that it has, or two blanks. */
  private static String step(String text) {
    return text.lines()
        .filter(line -> INDENTED_KEY.matcher(line).lookingAt())
        .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
        .min(Comparator.comparingInt(String::length))
        .orElse("  ");
  }

  private static String newline(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
