package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a template that may write output.
 *
 * <p>The span of an action reaches from {@code {{} to {@code }}}; that of a block from the opening
 * action to the closing one.
 */
public sealed interface TemplateNode {

  Span span();

  /**
   * Literal text, after trim markers.
   *
   * @param span exactly the characters of {@code text}
   */
  record Text(Span span, String text) implements TemplateNode {}

  /** {@code {{ pipeline }}}. */
  record Action(Span span, Pipeline pipeline) implements TemplateNode {}

  /**
   * {@code if}.
   *
   * @param head the opening action alone
   * @param otherwise {@code else}; {@code else if} is another {@code If} in there; null without
   */
  record If(Span span, Span head, Pipeline pipeline, Block body, @Nullable Block otherwise)
      implements TemplateNode {}

  /** {@code with}, like {@link If}. */
  record With(Span span, Span head, Pipeline pipeline, Block body, @Nullable Block otherwise)
      implements TemplateNode {}

  /** {@code range}, like {@link If}. */
  record Range(Span span, Span head, Pipeline pipeline, Block body, @Nullable Block otherwise)
      implements TemplateNode {}

  /** {@code break}. */
  record Break(Span span) implements TemplateNode {}

  /** {@code continue}. */
  record Continue(Span span) implements TemplateNode {}

  /**
   * {@code template "name" pipeline}; a {@code block} leaves one behind as well.
   *
   * @param nameSpan the quoted name
   * @param argument null for none
   */
  record Call(Span span, String name, Span nameSpan, @Nullable Pipeline argument)
      implements TemplateNode {}

  /** A comment. Writes nothing. */
  record Comment(Span span) implements TemplateNode {}

  /** What stands between two control actions. */
  record Block(Span span, List<TemplateNode> nodes) {
    public Block {
      nodes = List.copyOf(nodes);
    }

    /**
     * Whether it has nothing but white space and comments ({@code parse.IsEmptyTree}): as a
     * definition it does not replace another one.
     */
    public boolean isBlank() {
      for (TemplateNode node : nodes) {
        boolean isBlank =
            switch (node) {
              case Comment _ -> true;
              case Text text -> text.text().codePoints().allMatch(GoChars::isUnicodeSpace);
              case Action _, If _, With _, Range _, Break _, Continue _, Call _ -> false;
            };
        if (!isBlank) {
          return false;
        }
      }
      return true;
    }
  }
}
