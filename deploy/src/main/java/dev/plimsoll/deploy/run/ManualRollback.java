package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
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
