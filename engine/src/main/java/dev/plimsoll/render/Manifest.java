package dev.plimsoll.render;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.yaml.YamlFile;
import java.util.Optional;

/**
 * One document that a release consists of.
 *
 * @param template what wrote it
 * @param span the document in the text of the template, as Helm cut it
 * @param yaml the document alone; its offsets are those of {@link #content}
 * @param hook empty for what Helm applies as a part of the release
 */
public record Manifest(
    RenderedTemplate template, Span span, YamlFile yaml, ManifestHead head, Optional<Hook> hook) {

  /** What Helm names as the source. */
  public String source() {
    return template.name();
  }

  /** The text with its origins. */
  public TracedText content() {
    return template.text().substring(span.start(), span.end());
  }

  /** Finds where parts of {@link #content} come from. */
  public OriginFinder origins() {
    return new OriginFinder(content(), template.values());
  }
}
