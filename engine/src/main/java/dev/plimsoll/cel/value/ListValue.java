package dev.plimsoll.cel.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A list that an expression or a caller makes. */
public final class ListValue implements CelList {

  public static final ListValue EMPTY = new ListValue(List.of());

  private final List<Object> items;
  private final int size;

  private ListValue(List<Object> items) {
    this(items, items.size());
  }

  private ListValue(List<Object> items, int size) {
    this.items = items;
    this.size = size;
  }

  /** A list of these values, which the caller does not change any more. */
  public static ListValue of(List<Object> items) {
    return new ListValue(items);
  }

  /**
   * The items of one list and then those of another. Macros append one item after the other: as
   * long as nobody else appended to a list, its array is used on.
   */
  public static ListValue concat(CelList first, CelList second) {
    Growing grown;
    if (first instanceof ListValue list
        && list.items instanceof Growing growing
        && growing.size() == list.size) {
      grown = growing;
    } else {
      grown = new Growing(first.size() + second.size());
      grown.addAll(first.items());
    }
    grown.addAll(second.items());
    return new ListValue(grown, grown.size());
  }

  /** An array that {@link #concat} may append to; it belongs to one evaluation. */
  private static final class Growing extends ArrayList<Object> {

    private static final long serialVersionUID = 1L;

    Growing(int capacity) {
      super(capacity);
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Object get(int index) {
    return items.get(Objects.checkIndex(index, size));
  }

  @Override
  public List<Object> items() {
    return size == items.size() ? Collections.unmodifiableList(items) : items.subList(0, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelList list && Equality.areEqual(this, list);
  }

  @Override
  public int hashCode() {
    return size;
  }

  @Override
  public String toString() {
    return items().toString();
  }
}
