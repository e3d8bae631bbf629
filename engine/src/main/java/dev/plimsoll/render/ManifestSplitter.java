package dev.plimsoll.render;

import dev.plimsoll.source.Span;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into YAML documents as {@code releaseutil.SplitManifests} does: by lines that begin
 * with {@code ---}, wherever they stand. What is behind the dashes on the same line belongs to the
 * document.
 */
final class ManifestSplitter {

  private static final String DASHES = "---";

  private final String text;
  private final int start;
  private final int end;
  private final boolean keepsSpace;
  private final List<Span> documents = new ArrayList<>();

  /**
   * @param keepsSpace Helm 4 keeps the white space at the end of a document, and drops a document
   *     without anything else
   */
  private ManifestSplitter(String text, boolean keepsSpace) {
    this.text = text;
    this.keepsSpace = keepsSpace;
    this.start = GoSpace.skip(text, 0, text.length());
    this.end = keepsSpace ? text.length() : GoSpace.skipBack(text, start, text.length());
  }

  /** The documents in their order. */
  static List<Span> split(String text, HelmVersion helm) {
    return new ManifestSplitter(text, helm.major() >= 4).split();
  }

  private List<Span> split() {
    int from = start;
    int dashes = next(from);
    while (dashes >= 0) {
      add(from, before(dashes, from));
      from = after(dashes);
      dashes = next(from);
    }
    add(from, end);
    return documents;
  }

  /** The next dashes at the beginning of a line that no separator has eaten the line end of. */
  private int next(int from) {
    for (int at = text.indexOf(DASHES, from);
        at >= 0 && at < end;
        at = text.indexOf(DASHES, at + 1)) {
      boolean first = at == start;
      boolean behindLineEnd = at > start && text.charAt(at - 1) == '\n';
      if (first || (behindLineEnd && (keepsSpace || at > from))) {
        return at;
      }
    }
    return -1;
  }

  /** Helm 3 counts the white space before a separator to it. */
  private int before(int dashes, int from) {
    int at = dashes;
    while (!keepsSpace && at > from && isAsciiSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int after(int dashes) {
    int at = dashes + DASHES.length();
    while (at < end && (keepsSpace ? isBlank(text.charAt(at)) : isAsciiSpace(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private void add(int from, int to) {
    boolean drop = keepsSpace ? GoSpace.skip(text, from, to) == to : from == to;
    if (drop) {
      return;
    }
    int first = GoSpace.skip(text, from, to);
    documents.add(new Span(first, keepsSpace ? to : GoSpace.skipBack(text, first, to)));
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\t';
  }

  private static boolean isAsciiSpace(char letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r' && letter != '\u000b');
  }
}
