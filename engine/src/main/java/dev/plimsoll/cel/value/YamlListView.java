package dev.plimsoll.cel.value;

import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A YAML sequence as a CEL list. */
public final class YamlListView extends YamlView implements CelList {

  private final YamlSequence sequence;

  /** Made when they are asked for; null until then. */
  private final AtomicReferenceArray<@Nullable Object> values;

  YamlListView(YamlSequence node, @Nullable YamlView parent, Object key, boolean isObject) {
    super(node, parent, key, isObject);
    this.sequence = node;
    this.values = new AtomicReferenceArray<>(node.items().size());
  }

  @Override
  public int size() {
    return values.length();
  }

  @Override
  public Object get(int index) {
    Object known = values.get(index);
    if (known != null) {
      return known;
    }
    Object made = value(sequence.items().get(index), (long) index);
    // Views are told apart by identity, so all threads must get the same.
    return values.compareAndSet(index, null, made)
        ? made
        : Objects.requireNonNull(values.get(index));
  }

  @Override
  @Nullable YamlNode nodeAt(Object at) {
    return at instanceof Long index && index >= 0 && index < values.length()
        ? sequence.items().get(Math.toIntExact(index))
        : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelList list && Equality.areEqual(this, list);
  }

  @Override
  public int hashCode() {
    return values.length();
  }

  @Override
  public String toString() {
    return items().toString();
  }
}
