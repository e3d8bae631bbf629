package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Templates of helmfiles, each parsed once: environments and releases share most of them. One text
 * at one place is one source, so that sites in it lead there whoever asks. Thread-safe.
 */
final class ParsedTexts {

  private final Map<Key, SourceFile> sources = new ConcurrentHashMap<>();
  private final Map<SourceFile, TemplateFile> files = new ConcurrentHashMap<>();

  private record Key(Location place, String text) {}

  /** The source of a text that stands at a place of a file. */
  SourceFile source(Location place, String text) {
    return sources.computeIfAbsent(
        new Key(place, text), _ -> new SourceFile(place.file().path(), text));
  }

  /**
   * A source as a template.
   *
   * @param isFunction the same for all
   */
  TemplateFile file(SourceFile source, Predicate<String> isFunction) {
    TemplateFile known = files.get(source);
    if (known == null) {
      known = TemplateParser.parse(source, isFunction);
      files.put(source, known);
    }
    return known;
  }
}
