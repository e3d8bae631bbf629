package dev.plimsoll.template.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The variables that are visible at a place of a template. Each declaration has a slot. */
final class Variables {

  static final int UNKNOWN = -1;

  private final List<String> names = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();
  private final Deque<BitSet> assigned = new ArrayDeque<>();
  private int count;

  /** A template begins with {@code $}. */
  Variables() {
    declare("$");
  }

  /** How many slots there are. */
  int count() {
    return count;
  }

  int declare(String name) {
    names.add(name);
    slots.add(count);
    return count++;
  }

  /** The slot of the innermost variable of that name. */
  int find(String name) {
    int index = names.lastIndexOf(name);
    return index < 0 ? UNKNOWN : slots.get(index);
  }

  /** How many variables are visible: what {@link #close} goes back to. */
  int mark() {
    return names.size();
  }

  /** A block begins, in which assignments are noted. */
  void open() {
    assigned.push(new BitSet());
  }

  /** Notes that a variable is set here. */
  void noteAssignment(int slot) {
    assigned.forEach(slots -> slots.set(slot));
  }

  /** What was declared since {@code mark} is not visible any more. */
  void forget(int mark) {
    while (names.size() > mark) {
      names.removeLast();
      slots.removeLast();
    }
  }

  /** The block ends; returns the variables from outside that it sets. */
  int[] close(int mark) {
    forget(mark);
    return assigned.pop().stream().filter(slots::contains).toArray();
  }
}
