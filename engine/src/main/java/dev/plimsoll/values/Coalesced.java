package dev.plimsoll.values;

import java.util.List;

/**
 * The effective values of a release.
 *
 * @param values what templates of the top chart see as {@code .Values}; a subchart sees the map
 *     under its name
 * @param notes what Helm would only log
 */
public record Coalesced(MapValue values, List<LayeringNote> notes) {

  public Coalesced {
    notes = List.copyOf(notes);
  }
}
