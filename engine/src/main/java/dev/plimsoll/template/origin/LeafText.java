package dev.plimsoll.template.origin;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds characters of a text leaf in the file that says it, through quotes, escapes and the
 * indentation of block scalars.
 */
final class LeafText {

  private LeafText() {}

  /**
   * Where {@code length} characters of a leaf's content stand.
   *
   * @param offset of the first in the content
   * @return empty if the content is written in a way that moves characters (folding, escapes) or
   *     the leaf is no text
   */
  static Optional<Location> locate(ValuesNode node, int offset, int length) {
    if (!(node.value() instanceof ScalarValue(GoScalar.Text(String content), _, _))
        || offset < 0
        || offset + length > content.length()
        || length == content.length()) {
      return Optional.empty();
    }
    SourceFile file = node.origin().layer().file();
    Span span = node.origin().span();
    int[] places = align(content, file.text(span));
    int last = offset + Math.max(0, length - 1);
    if (last >= places.length || places[offset] < 0 || places[last] < 0) {
      return Optional.empty();
    }
    int start = span.start() + places[offset];
    return Optional.of(
        file.at(new Span(start, span.start() + places[last] + (length > 0 ? 1 : 0))));
  }

  /**
   * The place in {@code raw} of each character of {@code content}; -1 from where they part.
   *
   * <p>White space that raw has and content has not is skipped at line starts; a doubled single
   * quote counts once. That covers plain, quoted and literal scalars without escapes.
   */
  private static int[] align(String content, String raw) {
    int[] places = new int[content.length()];
    Arrays.fill(places, -1);
    int at = start(raw);
    boolean single = raw.startsWith("'");
    boolean lineStart = isBlock(raw);
    for (int i = 0; i < content.length(); i++) {
      char wanted = content.charAt(i);
      if (lineStart && wanted != '\n') {
        at = skipIndentation(raw, at, blockIndentation(raw));
      }
      if (at < raw.length() && raw.charAt(at) == '\r' && wanted == '\n') {
        at++;
      }
      if (at >= raw.length() || raw.charAt(at) != wanted) {
        return places;
      }
      places[i] = at;
      at += single && wanted == '\'' ? 2 : 1;
      lineStart = wanted == '\n';
    }
    return places;
  }

  private static boolean isBlock(String raw) {
    return raw.startsWith("|") || raw.startsWith(">");
  }

  private static int start(String raw) {
    if (isBlock(raw)) {
      int end = raw.indexOf('\n');
      return end < 0 ? raw.length() : end + 1;
    }
    return raw.startsWith("'") || raw.startsWith("\"") ? 1 : 0;
  }

  /** The indentation of the first line that is not blank. */
  private static int blockIndentation(String raw) {
    int at = start(raw);
    int lineStart = at;
    while (at < raw.length() && (raw.charAt(at) == ' ' || raw.charAt(at) == '\n')) {
      lineStart = raw.charAt(at) == '\n' ? at + 1 : lineStart;
      at++;
    }
    return at - lineStart;
  }

  private static int skipIndentation(String raw, int at, int width) {
    int end = at;
    while (end < raw.length() && end - at < width && raw.charAt(end) == ' ') {
      end++;
    }
    return end;
  }
}
