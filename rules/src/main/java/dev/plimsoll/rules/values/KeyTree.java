package dev.plimsoll.rules.values;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that templates read, as far as their text shows. */
final class KeyTree {

  private final Map<String, KeyTree> children = new HashMap<>();
  private boolean isWhole;

  /** Notes that {@code path} is read; {@code whole} if everything below it may be read too. */
  void add(List<String> path, boolean whole) {
    KeyTree node = this;
    for (String key : path) {
      node = node.children.computeIfAbsent(key, _ -> new KeyTree());
    }
    node.isWhole |= whole;
  }

  /** Takes over everything that {@code other} knows. */
  void addAll(KeyTree other) {
    isWhole |= other.isWhole;
    other.children.forEach(
        (key, child) -> children.computeIfAbsent(key, _ -> new KeyTree()).addAll(child));
  }

  /** Takes over what {@code other} knows of the entry {@code key}. */
  void addAll(String key, KeyTree other) {
    children.computeIfAbsent(key, _ -> new KeyTree()).addAll(other);
  }

  /** What is read of an entry, by its name or whatever its name. */
  Optional<KeyTree> child(String key) {
    KeyTree named = children.get(key);
    KeyTree any = children.get(Held.ANY);
    if (named == null || any == null) {
      return Optional.ofNullable(named == null ? any : named);
    }
    KeyTree both = new KeyTree();
    both.addAll(named);
    both.addAll(any);
    return Optional.of(both);
  }

  /** The names that templates use. */
  Set<String> keys() {
    Set<String> names = new HashSet<>(children.keySet());
    names.remove(Held.ANY);
    return names;
  }

  /** Whether the value here is used as a whole, so that any key below may be read. */
  boolean isWhole() {
    return isWhole;
  }
}
