package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What loading a helmfile finds out. */
final class Notes {

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean isPartial;

  void report(Diagnostic diagnostic) {
    if (seen.add(diagnostic.rule() + " " + diagnostic.location() + " " + diagnostic.message())) {
      diagnostics.add(diagnostic);
    }
  }

  void report(RuleId rule, Location place, String message) {
    report(Diagnostic.of(rule, place, message));
  }

  void notChecked(Location place, String reason) {
    if (seen.add("not checked " + place + " " + reason)) {
      notChecked.add(new NotChecked(reason, place, List.of()));
    }
  }

  /** Reports something for which helmfile stops. */
  StateFailure fail(RuleId rule, Location place, String message) {
    report(rule, place, message);
    return StateFailure.reported();
  }

  /** Reports an entry of {@code values} that is neither a file nor a mapping. */
  StateFailure failOnValuesEntry(Location place) {
    return fail(
        HelmfileRules.WRONG_TYPE,
        place,
        "An entry of `values` is a file or a mapping, and this is neither, so helmfile stops.");
  }

  /**
   * Notes that values are missing which helmfile would have: what fails then may not fail there.
   */
  void missingValues(Location place, String reason) {
    isPartial = true;
    notChecked(place, reason);
  }

  /** Whether values are missing that helmfile would have. */
  boolean isPartial() {
    return isPartial;
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }
}
