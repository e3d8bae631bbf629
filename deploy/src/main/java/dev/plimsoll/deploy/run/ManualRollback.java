package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Going back because a person wants to. */
final class ManualRollback {

  private final DeployRequest request;
  private final DeployReporter reporter;
  private final HeldLock lock;

  ManualRollback(DeployRequest request, DeployReporter reporter, HeldLock lock) {
    this.request = request;
    this.reporter = reporter;
    this.lock = lock;
  }

  Outcome run(Optional<Integer> revision) throws IOException, ClusterFailure {
    Optional<Journal> last = lastRun();
    if (last.isEmpty()) {
      return back(revision);
    }
    try (Journal journal = last.get()) {
      boolean mayHaveCanary = journal.has(Step.CANARY) && !journal.has(Step.END);
      Optional<CanaryRelease> canary = mayHaveCanary ? CanaryRelease.of(request) : Optional.empty();
      return canary.isEmpty() ? back(revision) : back(revision, journal, canary.get());
    }
  }

  /** A journal that cannot be read keeps nobody from going back. */
  private Optional<Journal> lastRun() {
    try {
      return Journal.last(request.folder().runs(), request.cluster().clock()::now);
    } catch (IOException | Json.Malformed e) {
      reporter.step("The journal cannot be read: a canary of that deploy would be left alone");
      return Optional.empty();
    }
  }

  /** Ends a deploy that was killed, and could not take its canary away itself. */
  private Outcome back(Optional<Integer> revision, Journal journal, CanaryRelease canary)
      throws IOException, ClusterFailure {
    Trail trail = new Trail(journal, request.folder().file(PlanFolder.CHART));
    if (!trail.awaitOrphan()) {
      return Outcome.denied("A helm of that deploy is still at work; nothing was changed.");
    }
    Outcome back = isUntouched(revision, journal) ? asItWas() : back(revision);
    if (back.result() == Outcome.Result.DENIED) {
      return back;
    }
    reporter.step("Taking the canary " + canary.name() + " away");
    Optional<String> left = canary.takeAway(trail::note);
    if (left.isPresent()) {
      return Outcome.stuck(
          back.text() + " The canary is still there: " + request.mask().text(left.get()));
    }
    if (back.result() == Outcome.Result.DEPLOYED) {
      // Without its canary that deploy cannot go on.
      new Ending(request, reporter, journal, lock, trail)
          .end(new Outcome(Outcome.Result.ROLLED_BACK, "It was undone by hand. " + back.text()));
    }
    return back;
  }

  /** Whether the deploy had come no further than its canary, and nobody asks for more. */
  private boolean isUntouched(Optional<Integer> revision, Journal journal) throws ClusterFailure {
    return revision.isEmpty()
        && !journal.has(Step.APPLY)
        && request.store().last().filter(ReleaseRevision::isDeployed).isPresent();
  }

  private Outcome asItWas() {
    return new Outcome(
        Outcome.Result.DEPLOYED, request.plan().release() + " is as it was before that deploy.");
  }

  private Outcome back(Optional<Integer> revision) throws IOException, ClusterFailure {
    List<ReleaseRevision> revisions = request.store().revisions();
    Optional<Integer> target = revision.or(() -> healthyBefore(revisions));
    if (target.isEmpty()) {
      return Outcome.denied("There is no healthy revision to go back to. Nothing was changed.");
    }
    if (ReleaseStore.find(revisions, target.get()).isEmpty()) {
      return Outcome.denied("Revision " + target.get() + " is gone. Nothing was changed.");
    }
    Rollback rollback = new Rollback(request, lock, reporter, _ -> {});
    return end(target.get(), rollback.to(target.get()));
  }

  Outcome restore() throws IOException, ClusterFailure {
    List<JsonNode> objects = new ArrayList<>();
    try {
      backup().path("objects").forEach(objects::add);
    } catch (Json.Malformed e) {
      return Outcome.denied("The backup cannot be used: " + e.reason() + ". Nothing was changed.");
    }
    if (objects.isEmpty()) {
      return Outcome.denied("Nothing was installed when the backup was made.");
    }
    int restored = request.store().restore(objects);
    reporter.step("Brought " + restored + " of " + objects.size() + " revisions back");
    int newest =
        ReleaseStore.deployed(request.store().revisions(objects))
            .map(ReleaseRevision::revision)
            .orElse(0);
    Rollback rollback = new Rollback(request, lock, reporter, _ -> {});
    if (newest == 0) {
      return Outcome.stuck("No revision of the backup was deployed.");
    }
    return end(newest, restored > 0 ? rollback.anew(newest) : rollback.to(newest));
  }

  private Outcome end(int target, Optional<String> problem) {
    return problem.isPresent()
        ? Outcome.stuck("Going back failed: " + request.mask().text(problem.get()))
        : new Outcome(Outcome.Result.DEPLOYED, "Revision " + target + " is back and healthy.");
  }

  /** The current revision if it is not healthy by Helm's word, or else the one before. */
  private static Optional<Integer> healthyBefore(List<ReleaseRevision> revisions) {
    int last = revisions.isEmpty() ? 0 : revisions.getLast().revision();
    return revisions.reversed().stream()
        .filter(each ->
            (each.isDeployed() && each.revision() < last) || each.status().equals("superseded"))
        .findFirst()
        .map(ReleaseRevision::revision);
  }

  private JsonNode backup() throws IOException, Json.Malformed {
    Optional<Journal> last = Journal.last(request.folder().runs(), request.cluster().clock()::now);
    if (last.isEmpty()) {
      throw new Json.Malformed("there is none");
    }
    try (Journal journal = last.get()) {
      Optional<JournalEntry> made = journal.find(Step.BACKUP);
      if (made.isEmpty()) {
        throw new Json.Malformed("there is none");
      }
      String text = Files.readString(journal.backup());
      if (!Json.digest(text).equals(Json.text(made.get().facts(), "digest"))) {
        throw new Json.Malformed("it is not what it was when it was made");
      }
      JsonNode backup = Json.parse(text);
      String driver = request.store().storage().driver();
      if (!Json.text(backup, "driver").equals(driver)) {
        throw new Json.Malformed(
            "it is of the storage " + Json.text(backup, "driver") + ", and not of " + driver);
      }
      return backup;
    }
  }
}
