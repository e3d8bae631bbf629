package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a place of a YAML text.
 *
 * @param path of keys and indexes that leads there
 * @param entry the innermost entry; null in a list of plain items and at the root
 * @param node the innermost node
 * @param isKey whether the place is in the key of the entry
 */
record YamlPlace(
    ValuePath path, @Nullable YamlEntry entry, @Nullable YamlNode node, boolean isKey) {

  /** What stands at an offset; empty between documents. */
  static Optional<YamlPlace> at(YamlFile file, int offset) {
    for (YamlDocument document : file.documents()) {
      if (document.root() != null && document.span().touches(offset)) {
        return Optional.of(
            in(
                document.root(),
                new YamlPlace(ValuePath.ROOT, null, document.root(), false),
                offset));
      }
    }
    return Optional.empty();
  }

  /** The entry that a cursor touches, by its key or its scalar. */
  static Optional<YamlPlace> entryAt(YamlFile file, int offset) {
    return at(file, offset)
        .filter(place -> place.entry() != null)
        .filter(place -> place.isKey() || place.node() instanceof YamlScalar);
  }

  /** What stands at a path, if the file says it. */
  static Optional<YamlEntry> entry(YamlFile file, ValuePath path) {
    YamlNode at = file.firstRoot();
    YamlEntry entry = null;
    for (ValuePath.Step step : path.steps()) {
      switch (step) {
        case ValuePath.Key(String name) -> {
          Optional<YamlEntry> found =
              at instanceof YamlMapping mapping ? mapping.entry(name) : Optional.empty();
          if (found.isEmpty()) {
            return Optional.empty();
          }
          entry = found.get();
          at = entry.value();
        }
        case ValuePath.Index(int position) -> {
          if (!(at instanceof YamlSequence sequence) || position >= sequence.items().size()) {
            return Optional.empty();
          }
          entry = null;
          at = sequence.items().get(position);
        }
      }
    }
    return Optional.ofNullable(entry);
  }

  private static YamlPlace in(YamlNode node, YamlPlace here, int offset) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        Optional<String> key = entry.keyText();
        if (key.isEmpty()) {
          continue;
        }
        ValuePath path = here.path().key(key.get());
        if (entry.key().span().touches(offset)) {
          return new YamlPlace(path, entry, entry.key(), true);
        }
        if (entry.value().span().touches(offset)) {
          return in(entry.value(), new YamlPlace(path, entry, entry.value(), false), offset);
        }
      }
    }
    if (node instanceof YamlSequence sequence) {
      List<YamlNode> items = sequence.items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).span().touches(offset)) {
          return in(
              items.get(i), new YamlPlace(here.path().index(i), null, items.get(i), false), offset);
        }
      }
    }
    return here;
  }

  /** What a client should mark. */
  Span span() {
    YamlEntry own = entry;
    if (own != null && isKey) {
      return own.key().span();
    }
    return node == null ? Span.at(0) : node.span();
  }
}
