package dev.plimsoll.template.value;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import org.jspecify.annotations.Nullable;

/** Something outside of templates that a value or text can come from. Compared by identity. */
public sealed interface Source {

  /** A node of the effective values. */
  final class ValuesNode implements Source {

    private final Value value;
    private final @Nullable ValuesNode parent;
    private final String step;

    /**
     * @param parent the node that holds this one; null for the root
     * @param step a key, or the number of a list item; empty for the root
     */
    public ValuesNode(Value value, @Nullable ValuesNode parent, String step) {
      this.value = value;
      this.parent = parent;
      this.step = step;
    }

    public Value value() {
      return value;
    }

    public @Nullable ValuesNode parent() {
      return parent;
    }

    public String step() {
      return step;
    }

    /** The strongest layer's place. */
    public Origin origin() {
      return value.origin();
    }

    /** The path below the chart's {@code .Values} ({@code image.tag}, {@code hosts.0.name}). */
    public String path() {
      if (parent == null) {
        return step;
      }
      String above = parent.path();
      return above.isEmpty() ? step : above + "." + step;
    }

    @Override
    public String toString() {
      return path() + " at " + origin().location();
    }
  }

  /** The key that introduces a node of the values: the text that {@code range} and such see. */
  record ValuesKey(ValuesNode node) implements Source {

    /** Where the key stands. */
    public Location location() {
      return node.origin().keyLocation();
    }
  }

  /**
   * A key that the effective values do not have.
   *
   * @param parent the map that was asked
   */
  record MissingKey(ValuesNode parent, String key) implements Source {

    /** The null that removed the key; null if no layer ever said it. */
    public @Nullable Value deletedBy() {
      return parent.value() instanceof MapValue map ? map.deleted().get(key) : null;
    }
  }

  /** A file of the chart ({@code .Files}). */
  record ChartText(SourceFile file) implements Source {}

  /**
   * Something that Helm itself provides.
   *
   * @param path as templates write it ({@code .Release.Name}, {@code .Capabilities.KubeVersion})
   */
  record BuiltIn(String path) implements Source {}

  /**
   * A function that gives another result each time.
   *
   * @param function its name ({@code randAlphaNum}, {@code now}, {@code genCA}, {@code lookup})
   */
  record Environment(String function) implements Source {}
}
