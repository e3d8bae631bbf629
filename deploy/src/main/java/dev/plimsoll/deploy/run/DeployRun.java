package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.gate.GateContext;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.gate.Gates;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One deploy of one plan, from its first question to its record, or from where it was killed. */
public final class DeployRun {

  private final DeployRequest request;
  private final DeployReporter reporter;

  public DeployRun(DeployRequest request, DeployReporter reporter) {
    this.request = request;
    this.reporter = reporter;
  }

  /** Deploys the plan. */
  public Outcome deploy() {
    try {
      Optional<Journal> earlier =
          Journal.last(request.folder().runs(), request.cluster().clock()::now);
      if (earlier.isPresent()) {
        try (Journal journal = earlier.get()) {
          if (journal.hasChanged()) {
            return Outcome.denied(
                journal.has(Step.END)
                    ? "This plan was deployed before; what is to be done now wants a new plan."
                    : "A deploy of this plan was interrupted; go on with it with `plimsoll resume`.");
          }
        }
      }
    } catch (IOException | Json.Malformed e) {
      return Outcome.denied("The journal of an earlier run cannot be read; nothing was changed.");
    }
    return begin();
  }

  /** Goes on with the deploy that was interrupted. */
  public Outcome resume() {
    Optional<Journal> found;
    try {
      found = Journal.last(request.folder().runs(), request.cluster().clock()::now);
    } catch (IOException | Json.Malformed e) {
      return Outcome.stuck("The journal cannot be read: " + e.getMessage() + ".");
    }
    if (found.isEmpty()) {
      return begin();
    }
    try (Journal journal = found.get()) {
      Optional<JournalEntry> end = journal.find(Step.END);
      if (end.isPresent()) {
        // A deploy that was killed when it was over may have left its lock, which stops the next.
        JsonNode start = journal.entries().getFirst().facts();
        HeldLock.giveBack(request.lock(Json.text(start, "owner"), Json.text(start, "deploy")));
        reporter.step("That deploy is over");
        return outcome(end.get().facts());
      }
      if (journal.hasChanged()) {
        String deploy = Json.text(journal.entries().getFirst().facts(), "deploy");
        reporter.step(
            "Going on with the deploy "
                + deploy
                + ", which came to "
                + journal.entries().getLast().step());
        return locked(
            deploy,
            lock -> told(journal, new Execution(request, reporter, journal, lock).resume()));
      }
    } catch (IOException e) {
      return Outcome.stuck("The journal cannot be read: " + e.getMessage() + ".");
    }
    reporter.step("That deploy was interrupted before it changed anything");
    return begin();
  }

  /**
   * Brings an earlier revision back, whatever state the release is in.
   *
   * @param revision which; the newest healthy one before the current one otherwise
   */
  public Outcome rollBack(Optional<Integer> revision) {
    return locked("rollback", lock -> new ManualRollback(request, reporter, lock).run(revision));
  }

  /** Brings back what the last run has kept of the release, and makes it the current state. */
  public Outcome restore() {
    return locked("restore", lock -> new ManualRollback(request, reporter, lock).restore());
  }

  private Outcome begin() {
    String deploy = "%08x".formatted(new Random().nextInt());
    return locked(deploy, lock -> begin(deploy, lock));
  }

  private Outcome begin(String deploy, HeldLock lock) throws IOException, ClusterFailure {
    Journal journal;
    try {
      journal = Journal.create(request.folder().runs(), request.cluster().clock()::now);
    } catch (IOException e) {
      return Outcome.denied(
          "The journal cannot be written (" + e.getMessage() + "), so nothing was changed.");
    }
    try (journal) {
      journal.write(
          Step.START,
          Json.object()
              .put("deploy", deploy)
              .put("plan", request.folder().hash())
              .put("owner", request.owner()));
      List<GateResult> results = judge();
      Optional<GateResult> no =
          results.stream().filter(result -> result.verdict().isDeny()).findFirst();
      if (no.isPresent()) {
        Outcome denied =
            Outcome.denied(
                "The gate "
                    + no.get().gate()
                    + " says no: "
                    + no.get().verdict().evidence()
                    + " Nothing was changed.");
        reporter.gate(new Recorder(request, journal, results).document(denied));
        journal.write(Step.END, facts(denied));
        return told(journal, denied);
      }
      ArrayNode said = Json.array();
      results.forEach(result -> said.add(result.toJson()));
      ObjectNode facts = Json.object();
      facts.set("gates", said);
      journal.write(Step.GATES, facts);
      return told(journal, new Execution(request, reporter, journal, lock).begin());
    }
  }

  /** Sends the spans to whoever wants them, which changes nothing about the deploy. */
  private Outcome told(Journal journal, Outcome outcome) {
    new Spans(request.environment(), request.plan(), request.folder().hash())
        .send(journal.entries(), outcome)
        .ifPresent(reporter::step);
    return outcome;
  }

  private List<GateResult> judge() {
    List<GateResult> results =
        Gates.judge(
            new GateContext(
                request.folder(),
                request.settings(),
                request.cluster(),
                request.resources(),
                request.store(),
                request.helm(),
                request.helmRequest(request.hasLaterHooks(request.plan().live().isEmpty())),
                request.mask(),
                request.directory(),
                request.values().problem()));
    results.forEach(reporter::gate);
    return new ArrayList<>(results);
  }

  private Outcome locked(String deploy, Work work) {
    try {
      HeldLock.Attempt attempt = HeldLock.take(request.lock(deploy), request.takesOver());
      return switch (attempt) {
        case HeldLock.Attempt.Held(String holder) ->
            Outcome.denied(
                "The release is locked by "
                    + holder
                    + ". Nothing was changed; --take-over takes the lock, if that deploy is dead.");
        case HeldLock.Attempt.Taken(HeldLock lock) -> {
          try (lock) {
            yield work.run(lock);
          }
        }
      };
    } catch (ClusterFailure failure) {
      return Outcome.denied(request.mask().text(failure.reason()) + " Nothing was changed.");
    } catch (IOException e) {
      return Outcome.stuck(
          "A file of the plan or its journal cannot be used: "
              + e.getMessage()
              + ". `plimsoll resume` goes on when it can.");
    }
  }

  static ObjectNode facts(Outcome outcome) {
    return Json.object().put("result", outcome.result().name()).put("text", outcome.text());
  }

  private static Outcome outcome(JsonNode facts) {
    return new Outcome(
        Outcome.Result.valueOf(Json.text(facts, "result")), Json.text(facts, "text"));
  }

  /** What is done under the lock. */
  private interface Work {
    Outcome run(HeldLock lock) throws IOException, ClusterFailure;
  }
}
