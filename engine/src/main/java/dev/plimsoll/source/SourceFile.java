package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A named text: a file of the workspace, a file inside an archive, or one command-line argument.
 * Two source files are equal only if they are the same object, so a file that was read again is
 * another one.
 */
public final class SourceFile {

  private final String path;
  private final String text;
  private @Nullable LineIndex lines;

  /**
   * @param path how people know it: relative to the workspace root with {@code /}; an archive
   *     member is {@code charts/cache-1.0.0.tgz!cache/values.yaml}; a command-line argument is its
   *     option ({@code --set})
   * @param text the decoded text, without a byte order mark
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /** Lines and columns of this text, computed once. */
  public LineIndex lines() {
    // A benign race: two threads may both compute the same immutable index.
    LineIndex known = lines;
    if (known == null) {
      known = new LineIndex(text);
      lines = known;
    }
    return known;
  }

  /** The text under {@code span}. */
  public String text(Span span) {
    return span.in(text);
  }

  public Location at(Span span) {
    return new Location(this, span);
  }

  /** The very beginning: where a diagnostic about the whole file is shown. */
  public Location start() {
    return new Location(this, Span.at(0));
  }

  @Override
  public String toString() {
    return path;
  }
}
