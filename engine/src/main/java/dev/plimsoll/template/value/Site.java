package dev.plimsoll.template.value;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place in a template: the action or the literal text that wrote something. One object per node
 * of a parsed template, compared by identity.
 */
public final class Site {

  private final SourceFile file;
  private final Span span;
  private final @Nullable TracedText given;

  /** A place in a template file. */
  public Site(SourceFile file, Span span) {
    this(file, span, null);
  }

  /**
   * A place in a text that was given to {@code tpl}.
   *
   * @param file the text under a name of its own
   * @param given the same text, which knows where it came from; null for a template file
   */
  public Site(SourceFile file, Span span, @Nullable TracedText given) {
    this.file = file;
    this.span = span;
    this.given = given;
  }

  /** The template, or the text that was given to {@code tpl}. */
  public SourceFile file() {
    return file;
  }

  public Span span() {
    return span;
  }

  /** The text that was given to {@code tpl}; null in a template file. */
  public @Nullable TracedText given() {
    return given;
  }

  /** The place in {@link #file}. */
  public Location location() {
    return file.at(span);
  }

  @Override
  public String toString() {
    return location().toString();
  }
}
