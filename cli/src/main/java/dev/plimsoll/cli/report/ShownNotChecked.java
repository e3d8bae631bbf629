package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.NotChecked;
import java.util.List;
import java.util.Optional;

/** What could not be checked, as reports show it. */
record ShownNotChecked(
    String reason, ShownPlace place, List<Affected> affects, Optional<AcceptedBy> accepted) {

  ShownNotChecked {
    affects = List.copyOf(affects);
  }

  ShownNotChecked withAffects(List<Affected> cells) {
    return new ShownNotChecked(reason, place, cells, accepted);
  }

  static ShownNotChecked of(NotChecked notChecked, SecretMask mask) {
    return new ShownNotChecked(
        notChecked.reason(),
        ShownPlace.of(notChecked.location(), mask),
        notChecked.affects(),
        notChecked.accepted());
  }
}
