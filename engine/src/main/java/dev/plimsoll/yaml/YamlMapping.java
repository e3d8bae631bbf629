package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping. Duplicate and merge keys are kept as they are written. */
public final class YamlMapping implements YamlNode {

  private final List<YamlEntry> entries;
  private final boolean flow;
  private final Span span;
  private final @Nullable String anchor;
  private final @Nullable String tag;

  /** Of each entry; made when it is first needed. Every thread would make the same. */
  private @Nullable Keys keys;

  /**
   * @param entries in the order of the text
   * @param flow whether it is written with braces
   */
  public YamlMapping(
      List<YamlEntry> entries,
      boolean flow,
      Span span,
      @Nullable String anchor,
      @Nullable String tag) {
    this.entries = List.copyOf(entries);
    this.flow = flow;
    this.span = span;
    this.anchor = anchor;
    this.tag = tag;
  }

  /**
   * The keys of the entries as JSON has them.
   *
   * @param texts null for a key that JSON cannot have
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Keys(@Nullable String[] texts, boolean hasMerge) {}

  /** In the order of the text. */
  public List<YamlEntry> entries() {
    return entries;
  }

  /** Whether it is written with braces. */
  public boolean flow() {
    return flow;
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public @Nullable String anchor() {
    return anchor;
  }

  @Override
  public @Nullable String tag() {
    return tag;
  }

  /**
   * The entry that Helm uses for {@code key}: the last of duplicates. Merge keys are not followed.
   */
  public Optional<YamlEntry> entry(String key) {
    @Nullable String[] texts = keys().texts();
    for (int i = texts.length - 1; i >= 0; i--) {
      if (key.equals(texts[i])) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** The value of {@link #entry}. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(YamlEntry::value);
  }

  /** Whether a key is a YAML 1.1 merge key. */
  public boolean hasMerge() {
    return keys().hasMerge();
  }

  private Keys keys() {
    Keys known = keys;
    if (known == null) {
      @Nullable String[] texts = new String[entries.size()];
      boolean hasMerge = false;
      for (int i = 0; i < texts.length; i++) {
        YamlEntry entry = entries.get(i);
        texts[i] = entry.keyText().orElse(null);
        hasMerge |= entry.isMerge();
      }
      known = new Keys(texts, hasMerge);
      keys = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YamlMapping mapping
        && entries.equals(mapping.entries)
        && flow == mapping.flow
        && span.equals(mapping.span)
        && Objects.equals(anchor, mapping.anchor)
        && Objects.equals(tag, mapping.tag);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries, span);
  }

  @Override
  public String toString() {
    return "YamlMapping" + entries;
  }
}
