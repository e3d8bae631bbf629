package dev.plimsoll.template.function;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Functions by name. Immutable. */
public final class FunctionTable {

  private final Map<String, TemplateFunction> functions = new HashMap<>();

  /**
   * @param families later families replace functions of the same name
   */
  @SafeVarargs
  public FunctionTable(Collection<TemplateFunction>... families) {
    for (Collection<TemplateFunction> family : families) {
      for (TemplateFunction function : family) {
        functions.put(function.name(), function);
      }
    }
  }

  /** The same functions with others on top, which replace those of the same name. */
  public FunctionTable with(Collection<TemplateFunction> more) {
    return new FunctionTable(functions.values(), more);
  }

  /** The function of this name; null if there is none. */
  public @Nullable TemplateFunction get(String name) {
    return functions.get(name);
  }

  public boolean has(String name) {
    return functions.containsKey(name);
  }

  public SortedSet<String> names() {
    return new TreeSet<>(functions.keySet());
  }
}
