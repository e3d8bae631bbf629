package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One document of a stream.
 *
 * @param root null for a document without content
 * @param span from its {@code ---} (or its first text) to where the next document starts or the
 *     text ends
 * @param explicitStart whether it begins with {@code ---}
 */
public record YamlDocument(@Nullable YamlNode root, Span span, boolean explicitStart) {}
