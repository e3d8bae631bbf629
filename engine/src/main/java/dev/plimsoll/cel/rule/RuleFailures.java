package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.program.RuleOutcome;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what a rule could not judge, once for each expression and each reason. */
final class RuleFailures {

  private static final String RESULTED = "resulted in error: ";

  private final FailurePlaces places;
  private final Map<Key, Objects> byReason = new LinkedHashMap<>();

  private record Key(Location place, String reason) {}

  /** The objects of one reason. */
  private static final class Objects {

    private final String first;
    private final Set<Affected> cells = new LinkedHashSet<>();
    private int others = -1;

    Objects(String first) {
      this.first = first;
    }
  }

  RuleFailures(FailurePlaces places) {
    this.places = places;
  }

  void add(RuleOutcome outcome, String subject, Collection<Affected> cells) {
    switch (outcome) {
      case RuleOutcome.NotApplicable _ -> {}
      case RuleOutcome.Failed(String message) -> add(places.rule(), message, subject, cells);
      case RuleOutcome.Undecided(String why) -> addUndecided(why, subject, cells);
      case RuleOutcome.Judged(List<RuleOutcome.Verdict> verdicts) ->
          verdicts.forEach(verdict -> add(verdict, subject, cells));
    }
  }

  /**
   * Adds what a cluster alone would tell.
   *
   * @param why what that is, as a noun
   */
  void addUndecided(String why, String subject, Collection<Affected> cells) {
    add(places.rule(), "it depends on " + why, subject, cells);
  }

  private void add(RuleOutcome.Verdict verdict, String subject, Collection<Affected> cells) {
    switch (verdict) {
      case RuleOutcome.Verdict.Passed _, RuleOutcome.Verdict.Violated _ -> {}
      case RuleOutcome.Verdict.Failed failed ->
          add(places.validations().get(failed.validation()), failed.message(), subject, cells);
      case RuleOutcome.Verdict.Undecided undecided ->
          add(
              places.validations().get(undecided.validation()),
              "it depends on " + undecided.why(),
              subject,
              cells);
    }
  }

  private void add(Location place, String message, String subject, Collection<Affected> cells) {
    // The expression is shown already: it is the place.
    int end = message.indexOf(RESULTED);
    String reason = end < 0 ? message : message.substring(end + RESULTED.length());
    Objects objects = byReason.computeIfAbsent(new Key(place, reason), _ -> new Objects(subject));
    objects.others++;
    objects.cells.addAll(cells);
  }

  void reportTo(RuleId rule, DiagnosticSink sink) {
    byReason.forEach((key, objects) ->
        sink.reportNotChecked(
            new NotChecked(
                "`%s` could not judge %s%s: %s."
                    .formatted(rule, objects.first, others(objects.others), key.reason),
                key.place,
                List.copyOf(objects.cells))));
  }

  private static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " and one other";
      default -> " and " + count + " others";
    };
  }
}
