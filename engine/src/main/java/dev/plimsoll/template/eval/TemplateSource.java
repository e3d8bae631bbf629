package dev.plimsoll.template.eval;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TracedText;
import org.jspecify.annotations.Nullable;

/**
 * A text that was parsed.
 *
 * @param name what Go calls it: the path in the chart, or {@code gotpl} for a text given to {@code
 *     tpl}
 * @param given the text that was given to {@code tpl}, if origins are wanted; else null
 */
record TemplateSource(String name, SourceFile file, @Nullable TracedText given) {

  Site site(Span span) {
    return new Site(file, span, given);
  }
}
