package dev.plimsoll.cel.value;

import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML sequence as a CEL list. */
public final class YamlListView extends YamlView implements CelList {

  private final List<Object> values;
  private final YamlSequence sequence;

  YamlListView(YamlSequence node, @Nullable YamlView parent, Object key) {
    super(node, parent, key);
    this.sequence = node;
    this.values = new ArrayList<>(node.items().size());
    for (int i = 0; i < node.items().size(); i++) {
      values.add(value(node.items().get(i), this, (long) i));
    }
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Object get(int index) {
    return values.get(index);
  }

  @Override
  @Nullable YamlNode nodeAt(Object at) {
    return at instanceof Long index && index >= 0 && index < values.size()
        ? sequence.items().get(Math.toIntExact(index))
        : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelList list && Equality.areEqual(this, list);
  }

  @Override
  public int hashCode() {
    return values.size();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
