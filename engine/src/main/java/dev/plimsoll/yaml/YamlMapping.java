package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping. Duplicate and merge keys are kept as they are written.
 *
 * @param entries in the order of the text
 * @param flow whether it is written with braces
 */
public record YamlMapping(
    List<YamlEntry> entries, boolean flow, Span span, @Nullable String anchor, @Nullable String tag)
    implements YamlNode {

  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /**
   * The entry that Helm uses for {@code key}: the last of duplicates. Merge keys are not followed.
   */
  public Optional<YamlEntry> entry(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).keyText().filter(key::equals).isPresent()) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** The value of {@link #entry}. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(YamlEntry::value);
  }
}
