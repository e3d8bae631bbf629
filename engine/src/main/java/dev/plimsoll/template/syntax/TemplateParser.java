package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
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
    return new FileParser(source, isFunction).parse();
  }
}
