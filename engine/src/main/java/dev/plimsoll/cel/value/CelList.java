package dev.plimsoll.cel.value;

import java.util.AbstractList;
import java.util.List;

/** A list. */
public interface CelList {

  int size();

  /** The item at an index from 0 to below {@link #size}. */
  Object get(int index);

  /** The same as Java has it. */
  default List<Object> items() {
    CelList list = this;
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return list.get(index);
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }
}
