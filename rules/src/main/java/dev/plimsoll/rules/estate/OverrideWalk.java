package dev.plimsoll.rules.estate;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.List;

/** Walks what one layer of a stack writes, beside what the layers below it say. */
public final class OverrideWalk {

  private final Visitor visitor;

  private OverrideWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Takes every key that a layer sets over something. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * An override.
     *
     * @param below what it hides, nearest first, at least one
     */
    void override(ValuePath path, Value written, List<Value> below);
  }

  /** Visits the overrides of {@code layer}, a map before what is in it. */
  public static void visit(LayerStack stack, LayerValues layer, Visitor visitor) {
    new OverrideWalk(visitor)
        .map(ValuePath.ROOT, layer.root(), stack.release().effective().values());
  }

  // The reader bounds the depth of values, so recursion is safe.
  private void map(ValuePath path, MapValue written, MapValue effective) {
    written
        .entries()
        .forEach((key, value) -> {
          if (isWrittenIn(written, value)) {
            entry(path.key(key), key, value, effective);
          }
        });
  }

  private void entry(ValuePath path, String key, Value value, MapValue effective) {
    List<Value> below = LayerStack.below(effective, key, value);
    if (!below.isEmpty()) {
      visitor.override(path, value, below);
    }
    if (value instanceof MapValue map
        && effective.get(key).orElse(null) instanceof MapValue deeper) {
      map(path, map, deeper);
    }
  }

  /**
   * Whether {@code value} stands in the text of {@code owner}. What comes through an alias or a
   * merge key is written elsewhere, for more than this place.
   */
  public static boolean isWrittenIn(MapValue owner, Value value) {
    Origin around = owner.origin();
    Origin inside = value.origin();
    return around.layer().file() == inside.layer().file()
        && (around.keySpan() == null || around.span().contains(inside.span()));
  }
}
