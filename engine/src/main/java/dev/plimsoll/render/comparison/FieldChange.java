package dev.plimsoll.render.comparison;

import dev.plimsoll.template.origin.SpanOrigin;
import java.util.List;
import java.util.Optional;

/**
 * One field that differs. A field that is null is as good as absent, because the API server drops
 * it.
 *
 * @param steps the path: keys, and indices as decimal numbers
 * @param path the same for people, such as {@code spec.ports[0].name}
 * @param before as text, empty if it is not there
 * @param after as text, empty if it is not there
 * @param origin what decides the field, where it is known
 */
public record FieldChange(
    List<String> steps,
    String path,
    Optional<String> before,
    Optional<String> after,
    Optional<SpanOrigin> origin) {

  public FieldChange {
    steps = List.copyOf(steps);
  }

  /** Whether the field is one of those, or below one. */
  boolean isBelow(String... parent) {
    return steps.size() >= parent.length && steps.subList(0, parent.length).equals(List.of(parent));
  }
}
