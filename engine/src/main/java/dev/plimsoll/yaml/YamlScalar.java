package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A scalar.
 *
 * @param text its content after unquoting, unescaping and folding
 * @param value what Helm makes of it
 * @param span with quotes; a block scalar starts at its {@code |} or {@code >} and ends behind its
 *     last line of text, without the final line end
 */
public record YamlScalar(
    String text,
    ScalarStyle style,
    ScalarValue value,
    Span span,
    @Nullable String anchor,
    @Nullable String tag)
    implements YamlNode {}
