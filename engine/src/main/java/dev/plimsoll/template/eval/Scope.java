package dev.plimsoll.template.eval;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates that can be called by name: those of the set, and inside {@code tpl} those that its
 * text defines.
 */
final class Scope {

  private final @Nullable Scope outer;
  private final Map<String, Template> templates;

  /**
   * @param templates not changed any more
   */
  Scope(@Nullable Scope outer, Map<String, Template> templates) {
    this.outer = outer;
    this.templates = templates;
  }

  @Nullable Template find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Template found = scope.templates.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
