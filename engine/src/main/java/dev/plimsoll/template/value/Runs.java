package dev.plimsoll.template.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs of a text as parallel arrays: an object per run would cost more than the text. */
final class Runs {

  /** The end and the offset of each run. */
  private int[] numbers;

  /** The site and the trace of each run. */
  private @Nullable Object[] origins;

  private int size;

  Runs(int capacity) {
    numbers = new int[2 * capacity];
    origins = new Object[2 * capacity];
  }

  static Runs one(int length, @Nullable Site site, Trace trace, int offset) {
    Runs runs = new Runs(1);
    runs.push(length, site, trace, offset);
    return runs;
  }

  int size() {
    return size;
  }

  /** Adds characters up to {@code end} behind what is there. */
  void add(int end, @Nullable Site site, Trace trace, int offset) {
    if (size > 0) {
      int last = size - 1;
      if (end == end(last)) {
        return;
      }
      boolean empty = start(last) == end(last);
      if (!empty && site(last) == site && trace(last) == trace && continues(last, offset)) {
        numbers[2 * last] = end;
        return;
      }
    }
    push(end, site, trace, offset);
  }

  /** Notes that nothing came from {@code trace}: an empty text has an origin, too. */
  void addEmpty(@Nullable Site site, Trace trace) {
    push(size == 0 ? 0 : end(size - 1), site, trace, Run.COMPUTED);
  }

  private boolean continues(int last, int offset) {
    int known = numbers[2 * last + 1];
    return offset == Run.COMPUTED
        ? known == Run.COMPUTED
        : known != Run.COMPUTED && known + (end(last) - start(last)) == offset;
  }

  private void push(int end, @Nullable Site site, Trace trace, int offset) {
    int at = 2 * size;
    if (at == numbers.length) {
      reserve(Math.max(2, size));
    }
    numbers[at] = end;
    numbers[at + 1] = offset;
    origins[at] = site;
    origins[at + 1] = trace;
    size++;
  }

  /** Makes room for as many further runs. */
  void reserve(int more) {
    if (2 * (size + more) > numbers.length) {
      int length = 2 * (size + Math.max(more, size));
      numbers = Arrays.copyOf(numbers, length);
      origins = Arrays.copyOf(origins, length);
    }
  }

  int start(int index) {
    return index == 0 ? 0 : numbers[2 * index - 2];
  }

  int end(int index) {
    return numbers[2 * index];
  }

  @Nullable Site site(int index) {
    return (Site) origins[2 * index];
  }

  Trace trace(int index) {
    Object trace = origins[2 * index + 1];
    return trace == null ? Trace.NONE : (Trace) trace;
  }

  /** The offset in the source of the character at {@code position}, which is in this run. */
  int offset(int index, int position) {
    int first = numbers[2 * index + 1];
    return first == Run.COMPUTED ? Run.COMPUTED : first + position - start(index);
  }

  /** The index of the run that covers {@code position}; the last run for the end of the text. */
  int indexAt(int position) {
    int index = firstTouching(position);
    // An end is exclusive, and empty runs cover nothing.
    while (index < size - 1 && end(index) <= position) {
      index++;
    }
    return index;
  }

  /** The index of the first run that ends at {@code position} or behind it. */
  int firstTouching(int position) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  Run at(int position) {
    return run(indexAt(position));
  }

  private Run run(int index) {
    return new Run(
        start(index), end(index), site(index), trace(index), offset(index, start(index)));
  }

  List<Run> overlapping(int start, int end) {
    List<Run> inside = new ArrayList<>();
    boolean isEmpty = start == end;
    for (int i = size == 0 ? 0 : firstTouching(start); i < size; i++) {
      if (isEmpty ? start(i) > start : start(i) >= end) {
        break;
      }
      if (isEmpty ? end(i) >= start : end(i) > start) {
        inside.add(run(i));
      }
    }
    return inside;
  }

  List<Run> toList() {
    List<Run> runs = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      runs.add(run(i));
    }
    return runs;
  }

  Trace joined() {
    Trace all = Trace.NONE;
    for (int i = 0; i < size; i++) {
      all = all.and(trace(i));
    }
    return all;
  }

  Runs because(Trace reason) {
    Runs changed = new Runs(size);
    for (int i = 0; i < size; i++) {
      changed.push(end(i), site(i), trace(i).because(reason), offset(i, start(i)));
    }
    return changed;
  }
}
