package dev.plimsoll.template.eval;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.Site;
import java.util.function.Supplier;

/**
 * A node of a template as Go's error messages name it. Go remembers the node that it evaluated
 * last, and so do we: which node that is shows in messages.
 */
final class Place {

  /** Before the first node. */
  static final Place NOWHERE =
      new Place(new TemplateSource("", new SourceFile("", ""), null), Span.at(0), 0, () -> "");

  private final TemplateSource source;
  private final Span span;
  private final int position;
  private final Supplier<String> context;

  /**
   * @param position the offset that Go gives the node
   * @param context the node as Go prints it
   */
  Place(TemplateSource source, Span span, int position, Supplier<String> context) {
    this.source = source;
    this.span = span;
    this.position = position;
    this.context = context;
  }

  Site site() {
    return source.site(span);
  }

  /** The node as Go prints it. */
  String context() {
    return context.get();
  }

  /** {@code name:line:column}; the column counts bytes and starts at 0. */
  String location() {
    String text = source.file().text();
    int line = 1;
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', start)) {
      line++;
      start = at + 1;
    }
    return source.name() + ":" + line + ":" + Utf8.length(text, start, position);
  }
}
