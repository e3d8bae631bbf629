package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.TreeSet;

/**
 * Something that could not be judged, said aloud.
 *
 * @param reason one sentence: what was not checked, why, and what would let it be checked
 * @param location where it is named
 * @param affects sorted, without duplicates
 */
public record NotChecked(String reason, Location location, List<Affected> affects) {

  public NotChecked {
    affects = List.copyOf(new TreeSet<>(affects));
  }
}
