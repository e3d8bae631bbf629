package dev.plimsoll.cel.value;

import java.util.List;

/**
 * A list with other items; it is read as if they were those of the list itself.
 *
 * @param base what it stands for
 * @param items as many as it has
 */
public record OverlayList(CelList base, List<Object> items) implements CelList {

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelList list && Equality.areEqual(this, list);
  }

  @Override
  public int hashCode() {
    return items.size();
  }
}
