package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;

/**
 * A comment.
 *
 * @param span from the {@code #} to the end of the line, without the line end
 * @param ownLine whether nothing but blanks stands before it on its line
 */
public record YamlComment(Span span, boolean ownLine) {}
