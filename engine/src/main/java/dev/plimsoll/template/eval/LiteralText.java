package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TracedText;
import org.jspecify.annotations.Nullable;

/** Text between actions. */
final class LiteralText extends Statement {

  private final String text;
  private final @Nullable TracedText given;

  /**
   * @param given the same text with its origins, in a text that was given to {@code tpl}
   */
  LiteralText(Site site, String text, @Nullable TracedText given) {
    super(site);
    this.text = text;
    this.given = given;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    execution.writeLiteral(text, given, site);
    return NEXT;
  }
}
