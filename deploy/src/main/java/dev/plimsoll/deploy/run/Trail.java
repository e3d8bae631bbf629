package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.helm.HelmChild;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.rollout.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a new process must know of an old one to go on or back: where the release stood, and which
 * helm was at work.
 */
final class Trail {

  /** How long a helm may still be at work that one of us has left alone. */
  private static final Duration ORPHAN = Duration.ofMinutes(10);

  private final Journal journal;
  private final Path chart;

  /**
   * @param chart the archive that every helm of this deploy is given
   */
  Trail(Journal journal, Path chart) {
    this.journal = journal;
    this.chart = chart;
  }

  /** Where a release stands before something is done to it. */
  ObjectNode facts(List<ReleaseRevision> revisions, Baseline baseline) {
    ObjectNode facts =
        Json.object()
            .put("before", revisions.isEmpty() ? 0 : revisions.getLast().revision())
            .put("target", target(revisions));
    facts.set("baseline", baseline.toJson());
    return facts;
  }

  /** The newest revision before helm was started for the whole. */
  int before() {
    return applied().facts().path("before").asInt(0);
  }

  /** What ran before helm was started for the whole. */
  Baseline baseline() {
    return Baseline.of(applied().facts().path("baseline"));
  }

  private JournalEntry applied() {
    return journal.find(Step.APPLY).orElseThrow();
  }

  /** The revision to go back to; 0 if there is none. What was noted first holds. */
  int target(List<ReleaseRevision> revisions) {
    Optional<JournalEntry> earlier = journal.find(Step.APPLY).or(() -> journal.find(Step.CANARY));
    if (earlier.isPresent()) {
      return earlier.get().facts().path("target").asInt(0);
    }
    return revisions.reversed().stream()
        .filter(ReleaseRevision::isDeployed)
        .findFirst()
        .map(ReleaseRevision::revision)
        .orElse(0);
  }

  void note(HelmChild child) throws IOException {
    journal.write(Step.HELM, Json.object().put("pid", child.pid()).put("started", child.started()));
  }

  /** Waits for the helm that a killed process has left; false if it does not end. */
  boolean awaitOrphan() {
    try {
      for (JournalEntry entry : journal.entries()) {
        if (entry.step() == Step.HELM) {
          HelmChild child =
              new HelmChild(
                  entry.facts().path("pid").asLong(), entry.facts().path("started").asLong());
          if (!child.awaitEnd(ORPHAN)) {
            return false;
          }
        }
      }
      // Between its start and its entry there is a moment, and then only its arguments tell.
      return HelmChild.awaitThoseWith(chart.toString(), ORPHAN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
