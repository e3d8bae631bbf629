package dev.plimsoll.template.origin;

import dev.plimsoll.template.value.Source;
import java.util.Set;

/**
 * Everything that a part of rendered text depends on.
 *
 * @param data what its characters are, or were computed from
 * @param control what decided that it is there and is this
 */
public record Dependencies(Set<Source> data, Set<Source> control) {

  public Dependencies {
    data = Set.copyOf(data);
    control = Set.copyOf(control);
  }
}
