package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something that could not be judged, said aloud.
 *
 * @param reason one sentence: what was not checked, why, and what would let it be checked
 * @param location where it is named
 * @param affects sorted, without duplicates
 * @param accepted present if the project accepts it; it is then reported and does not count
 */
public record NotChecked(
    String reason, Location location, List<Affected> affects, Optional<AcceptedBy> accepted) {

  public NotChecked {
    affects = List.copyOf(new TreeSet<>(affects));
  }

  /** Something that nobody has accepted yet. */
  public NotChecked(String reason, Location location, List<Affected> affects) {
    this(reason, location, affects, Optional.empty());
  }

  public NotChecked withAffects(List<Affected> newAffects) {
    return new NotChecked(reason, location, newAffects, accepted);
  }

  public NotChecked withAccepted(AcceptedBy by) {
    return new NotChecked(reason, location, affects, Optional.of(by));
  }
}
