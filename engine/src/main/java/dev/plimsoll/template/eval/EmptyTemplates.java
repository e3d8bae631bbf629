package dev.plimsoll.template.eval;

import dev.plimsoll.template.syntax.TemplateNode;

/** Definitions that write white space at most: {@code parse.IsEmptyTree}. */
final class EmptyTemplates {

  private EmptyTemplates() {}

  static boolean isEmpty(TemplateNode.Block body) {
    for (TemplateNode node : body.nodes()) {
      boolean isEmpty =
          switch (node) {
            case TemplateNode.Comment _ -> true;
            case TemplateNode.Text text ->
                text.text().codePoints().allMatch(EmptyTemplates::isSpace);
            case TemplateNode.Action _,
                TemplateNode.If _,
                TemplateNode.With _,
                TemplateNode.Range _,
                TemplateNode.Break _,
                TemplateNode.Continue _,
                TemplateNode.Call _ ->
                false;
          };
      if (!isEmpty) {
        return false;
      }
    }
    return true;
  }

  /** {@code unicode.IsSpace}. */
  private static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
  }
}
