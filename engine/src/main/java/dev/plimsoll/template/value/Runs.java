package dev.plimsoll.template.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs of a text as parallel arrays: an object per run would cost more than the text. */
final class Runs {

  private int[] ends;
  private @Nullable Site[] sites;
  private Trace[] traces;
  private int[] offsets;
  private int size;

  Runs(int capacity) {
    ends = new int[capacity];
    sites = new Site[capacity];
    traces = new Trace[capacity];
    offsets = new int[capacity];
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
      if (end == ends[last]) {
        return;
      }
      boolean empty = start(last) == ends[last];
      if (!empty && sites[last] == site && traces[last] == trace && continues(last, offset)) {
        ends[last] = end;
        return;
      }
    }
    push(end, site, trace, offset);
  }

  /** Notes that nothing came from {@code trace}: an empty text has an origin, too. */
  void addEmpty(@Nullable Site site, Trace trace) {
    push(size == 0 ? 0 : ends[size - 1], site, trace, Run.COMPUTED);
  }

  private boolean continues(int last, int offset) {
    return offset == Run.COMPUTED
        ? offsets[last] == Run.COMPUTED
        : offsets[last] != Run.COMPUTED && offsets[last] + (ends[last] - start(last)) == offset;
  }

  private void push(int end, @Nullable Site site, Trace trace, int offset) {
    if (size == ends.length) {
      int capacity = Math.max(4, size * 2);
      ends = Arrays.copyOf(ends, capacity);
      sites = Arrays.copyOf(sites, capacity);
      traces = Arrays.copyOf(traces, capacity);
      offsets = Arrays.copyOf(offsets, capacity);
    }
    ends[size] = end;
    sites[size] = site;
    traces[size] = trace;
    offsets[size] = offset;
    size++;
  }

  int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  int end(int index) {
    return ends[index];
  }

  @Nullable Site site(int index) {
    return sites[index];
  }

  Trace trace(int index) {
    return traces[index];
  }

  /** The offset in the source of the character at {@code position}, which is in this run. */
  int offset(int index, int position) {
    return offsets[index] == Run.COMPUTED ? Run.COMPUTED : offsets[index] + position - start(index);
  }

  /** The index of the run that covers {@code position}; the last run for the end of the text. */
  int indexAt(int position) {
    int index = firstTouching(position);
    // An end is exclusive, and empty runs cover nothing.
    while (index < size - 1 && ends[index] <= position) {
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
      if (ends[middle] < position) {
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
    return new Run(start(index), ends[index], sites[index], traces[index], offsets[index]);
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
      all = all.and(traces[i]);
    }
    return all;
  }

  Runs because(Trace reason) {
    Runs changed = new Runs(size);
    for (int i = 0; i < size; i++) {
      changed.push(ends[i], sites[i], traces[i].because(reason), offsets[i]);
    }
    return changed;
  }
}
