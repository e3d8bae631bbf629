package dev.plimsoll.template.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that are known at a place of a template. As in Go, one lives until the end of the
 * block that declares it, its {@code else} included.
 */
final class Variables {

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Variables() {
    declare("$");
  }

  void declare(String name) {
    names.add(name);
    counts.merge(name, 1, Integer::sum);
  }

  boolean isDeclared(String name) {
    return counts.containsKey(name);
  }

  /** How many there are: a mark for {@link #forget}. */
  int size() {
    return names.size();
  }

  /** The names declared since {@code mark}. */
  List<String> since(int mark) {
    return List.copyOf(names.subList(mark, names.size()));
  }

  /** Back to {@code mark}. */
  void forget(int mark) {
    while (names.size() > mark) {
      counts.computeIfPresent(names.removeLast(), (name, count) -> count == 1 ? null : count - 1);
    }
  }
}
