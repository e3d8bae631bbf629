package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.function.Predicate;

/** Parses Go's {@code text/template} as Helm uses it ({@code text/template/parse}). */
public final class TemplateParser {

  private TemplateParser() {}

  /**
   * Parses a file, or a text that a template gives to {@code tpl}. Never fails: what Go refuses is
   * among the errors of the result, which then has as much of the tree as could be made out.
   *
   * @param isFunction whether a function of that name exists
   */
  public static TemplateFile parse(SourceFile source, Predicate<String> isFunction) {
    return source.text().contains("{{")
        ? new FileParser(source, isFunction).parse()
        : literal(source);
  }

  /** Most texts that go to {@code tpl} are no templates. */
  private static TemplateFile literal(SourceFile source) {
    Span all = new Span(0, source.text().length());
    List<TemplateNode> nodes =
        all.isEmpty() ? List.of() : List.of(new TemplateNode.Text(all, source.text()));
    return new TemplateFile(source, new TemplateNode.Block(all, nodes), List.of(), List.of());
  }
}
