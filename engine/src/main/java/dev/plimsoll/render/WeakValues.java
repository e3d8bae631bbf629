package dev.plimsoll.render;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values that are found again while somebody else holds them, and forgotten then. Thread-safe.
 *
 * @param <K> does not hold the value
 */
final class WeakValues<K, V> {

  private final Map<K, Known<K, V>> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<V> gone = new ReferenceQueue<>();

  private static final class Known<K, V> extends WeakReference<V> {

    private final K key;

    Known(K key, V value, ReferenceQueue<V> gone) {
      super(value, gone);
      this.key = key;
    }
  }

  @Nullable V get(K key) {
    Known<K, V> found = known.get(key);
    return found == null ? null : found.get();
  }

  void put(K key, V value) {
    forgetUnused();
    known.put(key, new Known<>(key, value, gone));
  }

  private void forgetUnused() {
    for (Object each = gone.poll(); each != null; each = gone.poll()) {
      if (each instanceof Known<?, ?> unused) {
        known.remove(unused.key, unused);
      }
    }
  }
}
