package dev.plimsoll.template.eval;

import dev.plimsoll.template.syntax.TemplateFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that was given to {@code tpl}.
 *
 * @param main what the text itself writes
 * @param templates what it defines, itself included
 * @param error what Go says of its syntax; null if nothing
 */
record GivenTemplate(Template main, List<Template> templates, @Nullable String error) {

  /**
   * @param compiled the definitions, and the text itself at the end
   */
  static GivenTemplate of(List<Template> compiled, TemplateFile file) {
    String error =
        file.errors().isEmpty() ? null : file.errors().getFirst().inGo(file.source().path());
    return new GivenTemplate(compiled.getLast(), TemplateSet.definitions(compiled), error);
  }

  /** The templates that are visible inside. */
  Scope scope(Scope outer) {
    Map<String, Template> visible = new HashMap<>();
    for (Template template : templates) {
      if (!template.isEmpty() || outer.find(template.name()) == null) {
        visible.put(template.name(), template);
      }
    }
    return visible.isEmpty() ? outer : new Scope(outer, visible);
  }
}
