package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;

/**
 * A parsed template file.
 *
 * @param body what the file itself writes; {@code define}s leave nothing in it
 * @param definitions every {@code define} and {@code block}, in the order of the text
 * @param errors in the order of the text; Go stops at the first
 */
public record TemplateFile(
    SourceFile source,
    TemplateNode.Block body,
    List<Definition> definitions,
    List<SyntaxError> errors) {

  public TemplateFile {
    definitions = List.copyOf(definitions);
    errors = List.copyOf(errors);
  }

  /**
   * A named template.
   *
   * @param span from {@code define} to {@code end}
   * @param nameSpan the quoted name
   */
  public record Definition(String name, Span nameSpan, Span span, TemplateNode.Block body) {}

  /**
   * What Go refuses.
   *
   * @param message Go's, without {@code template: name:line:}
   * @param line the 1-based line that Go names, which may be behind that of the span
   */
  public record SyntaxError(Span span, String message, int line) {}
}
