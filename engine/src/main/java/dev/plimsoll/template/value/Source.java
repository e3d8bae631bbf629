package dev.plimsoll.template.value;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something outside of templates that a value or text can come from. */
public sealed interface Source {

  /** The same at the same path of other values; what is not of the values is what it is. */
  default Source in(ValuesNode root) {
    return switch (this) {
      case ValuesNode node -> node.in(root);
      case ValuesKey(ValuesNode node) -> new ValuesKey(node.in(root));
      case MissingKey(ValuesNode parent, String key) -> new MissingKey(parent.in(root), key);
      case ChartText _, BuiltIn _, Environment _ -> this;
    };
  }

  /** A node of the effective values. Equal are nodes at one path of the same values. */
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

    /** The root of values. */
    public static ValuesNode root(Value value) {
      return new ValuesNode(value, null, "");
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

    /** The entry of a map, or the item of a list; null if there is none. */
    public @Nullable ValuesNode child(String childStep) {
      Value found =
          switch (value) {
            case MapValue map -> map.entries().get(childStep);
            case ListValue list -> {
              int index = Integer.parseInt(childStep);
              yield index < list.items().size() ? list.items().get(index) : null;
            }
            case ScalarValue _ -> null;
          };
      return found == null ? null : new ValuesNode(found, this, childStep);
    }

    /** What stands below keys with dots between ({@code image.tag}); null if nothing does. */
    public @Nullable ValuesNode at(String keys) {
      ValuesNode at = this;
      for (String key : keys.split("\\.", -1)) {
        at = at.value instanceof MapValue ? at.child(key) : null;
        if (at == null) {
          return null;
        }
      }
      return at;
    }

    /**
     * What stands at the same path of other values: of what is read there alike in both. Where
     * there is nothing, what would hold it.
     *
     * @param root of the other values, or of these
     */
    @Override
    public ValuesNode in(ValuesNode root) {
      ValuesNode top = this;
      while (top.parent != null) {
        top = top.parent;
      }
      return top.equals(root) ? this : moved(root);
    }

    private ValuesNode moved(ValuesNode root) {
      if (parent == null) {
        return root;
      }
      ValuesNode above = parent.moved(root);
      ValuesNode found = above.child(step);
      return found == null ? above : found;
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
    @SuppressWarnings("ReferenceEquality") // Values are large, and a node has one of them.
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof ValuesNode that
              && value == that.value
              && step.equals(that.step)
              && Objects.equals(parent, that.parent));
    }

    @Override
    public int hashCode() {
      return step.hashCode() + (parent == null ? 0 : 31 * parent.step.hashCode());
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
