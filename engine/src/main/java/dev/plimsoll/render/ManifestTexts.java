package dev.plimsoll.render;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents that templates wrote, each parsed once: most of what other values render is the same
 * text. Whoever judges a document by its tree alone finds the verdict again by identity. A tree is
 * forgotten when no render holds it any more. Thread-safe.
 */
final class ManifestTexts {

  private final Map<Key, Known> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<YamlFile> gone = new ReferenceQueue<>();

  private record Key(String template, String text) {}

  /** A tree that is kept by renders alone. */
  private static final class Known extends WeakReference<YamlFile> {

    private final Key key;

    Known(Key key, YamlFile file, ReferenceQueue<YamlFile> gone) {
      super(file, gone);
      this.key = key;
    }
  }

  /**
   * The tree of a document.
   *
   * @param template what wrote it
   */
  YamlFile parse(String template, String text) {
    forgetUnused();
    Key key = new Key(template, text);
    YamlFile before = find(key);
    if (before != null) {
      return before;
    }
    YamlFile parsed = YamlParser.parse(new SourceFile(template, text));
    known.put(key, new Known(key, parsed, gone));
    return parsed;
  }

  private @Nullable YamlFile find(Key key) {
    Known found = known.get(key);
    return found == null ? null : found.get();
  }

  private void forgetUnused() {
    for (Object each = gone.poll(); each != null; each = gone.poll()) {
      if (each instanceof Known unused) {
        known.remove(unused.key, unused);
      }
    }
  }
}
