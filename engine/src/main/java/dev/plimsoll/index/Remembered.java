package dev.plimsoll.index;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was found out about things that stay as they are from one analysis to the next. What one
 * analysis did not ask for is forgotten after it. Not thread-safe.
 *
 * @param <K> decides what is found, together with the settings; something that changed is another
 * @param <V> is immutable
 */
public final class Remembered<K, V> {

  private Map<K, V> known = new HashMap<>();
  private Map<K, V> before = new HashMap<>();
  private Object settings = "";

  /** Begins another analysis, where nothing but the key decides. */
  public void nextAnalysis() {
    nextAnalysis("");
  }

  /**
   * Begins another analysis.
   *
   * @param nextSettings what decides beside the key; others than before, and nothing is known
   */
  public void nextAnalysis(Object nextSettings) {
    before = settings.equals(nextSettings) ? known : Map.of();
    known = new HashMap<>();
    settings = nextSettings;
  }

  /** What is known of a thing, or else found out now. */
  public V of(K key, Supplier<V> find) {
    V found = known.get(key);
    if (found == null) {
      found = before.get(key);
      if (found == null) {
        found = find.get();
      }
      known.put(key, found);
    }
    return found;
  }
}
