package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;

/**
 * A parsed template file.
 *
 * @param body what the file itself writes; {@code define}s leave nothing in it
 * @param definitions every {@code define} and {@code block}, in the order of the text
 * @param errors in the order in which Go would meet them; it stops at the first
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
   * What Go refuses, or a bound of ours.
   *
   * @param span what a person should look at; the opening action of a block without end
   * @param message Go's, without {@code template: name:line:} and without where the action started
   * @param line the 1-based line that Go names, which may be behind that of the span
   * @param startedAt the line on which Go says that the action started; 0 if it does not say so
   */
  public record SyntaxError(Span span, String message, int line, int startedAt) {

    /**
     * All that Go says.
     *
     * @param name of the template, as Helm names it: {@code chart/templates/file.yaml}
     */
    public String inGo(String name) {
      String place = "template: " + name + ":" + line + ": ";
      if (startedAt == 0) {
        return place + message;
      }
      String started = message.endsWith(" action") ? " started at " : " in action started at ";
      return place + message + started + name + ":" + startedAt;
    }
  }
}
