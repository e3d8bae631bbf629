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
  private final @Nullable FunctionTable below;

  /**
   * @param families later families replace functions of the same name
   */
  @SafeVarargs
  public FunctionTable(Collection<TemplateFunction>... families) {
    this(null, families);
  }

  @SafeVarargs
  private FunctionTable(@Nullable FunctionTable below, Collection<TemplateFunction>... families) {
    this.below = below;
    for (Collection<TemplateFunction> family : families) {
      for (TemplateFunction function : family) {
        functions.put(function.name(), function);
      }
    }
  }

  /** The same functions with others on top, which replace those of the same name. */
  public FunctionTable with(Collection<TemplateFunction> more) {
    return new FunctionTable(this, more);
  }

  /** The function of this name; null if there is none. */
  public @Nullable TemplateFunction get(String name) {
    TemplateFunction found = functions.get(name);
    return found == null && below != null ? below.get(name) : found;
  }

  public boolean has(String name) {
    return get(name) != null;
  }

  public SortedSet<String> names() {
    SortedSet<String> names = below == null ? new TreeSet<>() : below.names();
    names.addAll(functions.keySet());
    return names;
  }
}
