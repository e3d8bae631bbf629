package dev.plimsoll.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a mistake of ours in one part of an analysis from losing the rest. Thread-safe. */
final class Bugs {

  private final List<Bug> bugs = Collections.synchronizedList(new ArrayList<>());

  /**
   * Runs one part.
   *
   * @param where names the part in a bug report
   * @return empty if the part failed, which is then noted
   */
  <T> Optional<T> guard(String where, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      bugs.add(Bug.of(where, e));
      return Optional.empty();
    }
  }

  /** Ordered by place, whatever thread was first. */
  List<Bug> all() {
    List<Bug> sorted = new ArrayList<>(bugs);
    sorted.sort((a, b) -> a.where().compareTo(b.where()));
    return sorted;
  }
}
