package dev.plimsoll.cli.report;

import dev.plimsoll.render.comparison.ObjectChange;
import dev.plimsoll.render.comparison.ObjectChange.Effect;

/** What happens to an object, in words. */
final class HelmMoveWords {

  private HelmMoveWords() {}

  static String verb(Effect effect) {
    return switch (effect) {
      case CREATES -> "creates";
      case DELETES -> "deletes";
      case CHANGES -> "changes";
      case ROLLS -> "rolls";
      case REFUSED -> "refused";
    };
  }

  static String consequence(ObjectChange change) {
    if (change.isHook()) {
      return ", a hook: it is made anew when it runs";
    }
    return switch (change.effect()) {
      case ROLLS ->
          change.pods().isPresent()
              ? ": " + Counts.of(change.pods().getAsInt(), "pod") + " restarted"
              : ": all its pods restarted";
      case REFUSED -> ": the API server refuses to change this in place";
      case CREATES, DELETES, CHANGES -> "";
    };
  }
}
