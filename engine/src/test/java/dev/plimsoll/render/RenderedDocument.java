package dev.plimsoll.render;

import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rendered document with the places of its fields in the text of its template.
 *
 * @param manifest the document
 */
record RenderedDocument(Manifest manifest) {

  /**
   * A node of the document.
   *
   * @param span in the text of the template
   * @param key that of its key; the same as {@code span} without one
   * @param missing the first step that leads nowhere; empty if the whole path was found
   */
  record Found(Span span, Span key, String missing) {

    boolean isWhole() {
      return missing.isEmpty();
    }
  }

  Span span() {
    return manifest.span();
  }

  /** The node at a path; null if it is not there. */
  @Nullable Found find(List<String> path) {
    Found found = nearest(path);
    return found.isWhole() ? found : null;
  }

  /** The node at a path, or the last that is there on the way. */
  Found nearest(List<String> path) {
    YamlNode node =
        manifest.yaml().documents().isEmpty()
            ? null
            : manifest.yaml().documents().getFirst().root();
    if (node == null) {
      return new Found(span(), span(), path.isEmpty() ? "" : path.getFirst());
    }
    Span key = place(node);
    for (String step : path) {
      Optional<YamlEntry> entry =
          node instanceof YamlMapping mapping ? mapping.entry(step) : Optional.empty();
      YamlNode next = entry.map(YamlEntry::value).orElse(item(node, step));
      if (next == null) {
        return new Found(place(node), key, step);
      }
      node = next;
      key = place(entry.map(YamlEntry::key).orElse(node));
    }
    return new Found(place(node), key, "");
  }

  private Span place(YamlNode node) {
    return node.span().shift(span().start());
  }

  private static @Nullable YamlNode item(YamlNode node, String step) {
    if (node instanceof YamlSequence sequence && step.startsWith("[")) {
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      return index < sequence.items().size() ? sequence.items().get(index) : null;
    }
    return null;
  }
}
