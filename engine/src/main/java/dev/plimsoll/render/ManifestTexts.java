package dev.plimsoll.render;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;

/**
 * Documents that templates wrote, each parsed once: most of what other values render is the same
 * text. Whoever judges a document by its tree alone finds the verdict again by identity. A tree is
 * forgotten when no render holds it any more. Thread-safe.
 */
final class ManifestTexts {

  private final WeakValues<Key, YamlFile> known = new WeakValues<>();

  private record Key(String template, String text) {}

  /**
   * The tree of a document.
   *
   * @param template what wrote it
   */
  YamlFile parse(String template, String text) {
    Key key = new Key(template, text);
    YamlFile before = known.get(key);
    if (before != null) {
      return before;
    }
    YamlFile parsed = YamlParser.parse(new SourceFile(template, text));
    known.put(key, parsed);
    return parsed;
  }
}
