package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.helm.HelmChild;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.JournalEntry;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.rollout.Baseline;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.deploy.rollout.Trouble;
import dev.plimsoll.render.Hook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a deploy that changes something. Every step is in the journal before it is done, so
 * that a new process can go on from whatever an old one has left.
 */
final class Execution {

  /** How long a helm may still be at work that one of us has left alone. */
  private static final Duration ORPHAN = Duration.ofMinutes(10);

  private final DeployRequest request;
  private final DeployReporter reporter;
  private final Journal journal;
  private final HeldLock lock;
  private final List<GateResult> after = new ArrayList<>();

  Execution(DeployRequest request, DeployReporter reporter, Journal journal, HeldLock lock) {
    this.request = request;
    this.reporter = reporter;
    this.journal = journal;
    this.lock = lock;
  }

  /** Begins after the gates. */
  Outcome begin() throws IOException, ClusterFailure {
    try {
      backUp();
    } catch (IOException e) {
      Files.deleteIfExists(journal.backup());
      return end(
          Outcome.denied(
              "The release cannot be kept before it is changed ("
                  + e.getMessage()
                  + "), so nothing was changed."));
    }
    try {
      Optional<Canary> canary = Canary.of(request);
      // The first installation has nothing beside which it could have a share.
      return canary.isEmpty() || request.store().revisions().isEmpty()
          ? apply()
          : canary(canary.get(), 0);
    } catch (Json.Malformed e) {
      return end(
          Outcome.denied("deploy.canary cannot be done: " + e.reason() + ". Nothing was changed."));
    }
  }

  /** Goes on after {@link Step#CANARY} or {@link Step#APPLY} was written. */
  Outcome resume() throws IOException, ClusterFailure {
    if (journal.has(Step.ROLLBACK)) {
      return resumeRollback();
    }
    if (journal.has(Step.APPLIED)) {
      return watchApplied();
    }
    if (!awaitOrphan()) {
      return Outcome.stuck("A helm of that deploy is still at work; nothing was changed.");
    }
    Optional<ReleaseRevision> last = request.store().last();
    if (!journal.has(Step.APPLY)) {
      return resumeCanary(last);
    }
    int before = before();
    if (last.isEmpty() || last.get().revision() <= before) {
      reporter.step("Helm had changed nothing yet");
      return apply();
    }
    if (last.get().isPending()) {
      reporter.step("Helm died at revision " + last.get().revision() + "; applying it again");
      request.store().markFailed(last.get(), "The deploy was killed while helm was at work");
      return apply();
    }
    if (last.get().isDeployed()) {
      String applied;
      try {
        applied = request.applied();
      } catch (HelmFailure failure) {
        return Outcome.stuck(failure.reason());
      }
      if (!isOurs(last.get(), applied)) {
        return end(
            Outcome.stuck(
                "Revision "
                    + last.get().revision()
                    + " is not what the plan holds: somebody else has"
                    + " deployed."));
      }
      journal.write(Step.APPLIED, Json.object().put("revision", last.get().revision()));
      return watchApplied();
    }
    return failed(
        new Trouble(
            "HelmFailed", "Helm failed: " + last.get().description(), List.of(), List.of()));
  }

  private void backUp() throws IOException, ClusterFailure {
    ArrayNode objects = Json.array();
    request.store().records().forEach(objects::add);
    ObjectNode backup = Json.object();
    backup.put("release", request.plan().release());
    backup.put("namespace", request.plan().namespace());
    backup.put("driver", request.store().storage().driver());
    backup.set("objects", objects);
    String text = Json.canonical(backup);
    Path file = journal.backup();
    Files.writeString(file, text);
    journal.write(
        Step.BACKUP,
        Json.object().put("revisions", objects.size()).put("digest", Json.digest(text)));
    reporter.step(
        "Kept "
            + objects.size()
            + (objects.size() == 1 ? " revision" : " revisions")
            + " in "
            + file.getFileName());
  }

  /** Gives the new version its shares one after the other, and then everything. */
  private Outcome canary(Canary canary, int from) throws IOException, ClusterFailure {
    for (int step = from; step < canary.steps().size(); step++) {
      List<ReleaseRevision> revisions = request.store().revisions();
      Baseline baseline = baseline();
      ObjectNode facts = facts(revisions, baseline).put("step", step);
      journal.write(Step.CANARY, facts);
      reporter.step("Canary: " + canary.value() + " is " + canary.steps().get(step));
      HelmProcess helm;
      try {
        helm =
            request
                .helm()
                .upgrade(request.helmRequest(hasLaterHooks(false)).with(canary.arguments(step)));
      } catch (HelmFailure failure) {
        return failed(new Trouble("HelmFailed", failure.reason(), List.of(), List.of()));
      }
      note(helm.child());
      Optional<Outcome> end = share(canary, helm, baseline);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return apply();
  }

  /** Watches a share; the end of the deploy if it is one. */
  private Optional<Outcome> share(Canary canary, HelmProcess helm, Baseline baseline)
      throws IOException, ClusterFailure {
    Watch.End end;
    Optional<String> problem;
    try {
      end =
          new Watch(
                  rollout(request.rendered(), baseline),
                  lock,
                  reporter,
                  request.timeout(),
                  canary.metric().isPresent() ? Duration.ZERO : canary.soak())
              .run(helm, () -> {});
      if (!(end instanceof Watch.End.Healthy)) {
        helm.stop();
      }
      problem = end instanceof Watch.End.Healthy ? canary.analyse(lock) : Optional.empty();
    } catch (InterruptedException | Interruption e) {
      Thread.currentThread().interrupt();
      return Optional.of(
          Outcome.stuck("The deploy was interrupted; go on with it with `plimsoll resume`."));
    }
    return switch (end) {
      case Watch.End.Healthy _ ->
          problem.isPresent()
              ? Optional.of(failed(new Trouble("Canary", problem.get(), List.of(), List.of())))
              : Optional.empty();
      case Watch.End.Failed(Trouble trouble) -> Optional.of(failed(trouble));
      case Watch.End.Lost(String why) ->
          Optional.of(Outcome.stuck(why + " Go on with `plimsoll resume` when that is over."));
    };
  }

  /** Does the share again at which the deploy was killed. */
  private Outcome resumeCanary(Optional<ReleaseRevision> last) throws IOException, ClusterFailure {
    if (last.isPresent() && last.get().isPending()) {
      request.store().markFailed(last.get(), "The deploy was killed while helm was at work");
    }
    int step = journal.find(Step.CANARY).orElseThrow().facts().path("step").asInt(0);
    try {
      return canary(Canary.of(request).orElseThrow(), step);
    } catch (Json.Malformed e) {
      return Outcome.stuck("deploy.canary cannot be done: " + e.reason() + ".");
    }
  }

  private Baseline baseline() throws ClusterFailure {
    return Baseline.of(
        request.resources(), Rollout.watched(request.plan().namespace(), request.rendered()));
  }

  /** What has to be known to go on, or back. */
  private ObjectNode facts(List<ReleaseRevision> revisions, Baseline baseline) {
    ObjectNode facts =
        Json.object()
            .put("before", revisions.isEmpty() ? 0 : revisions.getLast().revision())
            .put("target", target(revisions));
    facts.set("baseline", baseline.toJson());
    return facts;
  }

  private Outcome apply() throws IOException, ClusterFailure {
    List<ReleaseRevision> revisions = request.store().revisions();
    Baseline baseline = baseline();
    journal.write(Step.APPLY, facts(revisions, baseline));
    HelmProcess helm;
    try {
      helm = request.helm().upgrade(request.helmRequest(hasLaterHooks(revisions.isEmpty())));
    } catch (HelmFailure failure) {
      return end(Outcome.denied(failure.reason() + " Nothing was changed."));
    }
    note(helm.child());
    reporter.step("Helm " + request.helm().version() + " applies " + request.plan().chart());
    return watch(helm, baseline);
  }

  /** The revision to go back to; 0 if there is none. */
  private int target(List<ReleaseRevision> revisions) {
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

  private Outcome watchApplied() throws IOException, ClusterFailure {
    return watch(
        null, Baseline.of(journal.find(Step.APPLY).orElseThrow().facts().path("baseline")));
  }

  private Outcome watch(@Nullable HelmProcess helm, Baseline baseline)
      throws IOException, ClusterFailure {
    Rollout rollout = rollout(request.rendered(), baseline);
    Watch.End end;
    try {
      end =
          new Watch(rollout, lock, reporter, request.timeout(), request.soak())
              .run(
                  helm,
                  () -> {
                    journal.write(Step.APPLIED, Json.object());
                    reporter.step("Helm has applied everything");
                  });
      if (helm != null && !(end instanceof Watch.End.Healthy)) {
        helm.stop();
      }
    } catch (InterruptedException | Interruption e) {
      Thread.currentThread().interrupt();
      return Outcome.stuck("The deploy was interrupted; go on with it with `plimsoll resume`.");
    }
    return switch (end) {
      case Watch.End.Healthy _ -> verify(rollout);
      case Watch.End.Failed(Trouble trouble) -> failed(trouble);
      case Watch.End.Lost(String why) ->
          Outcome.stuck(why + " Go on with `plimsoll resume` when that is over.");
    };
  }

  private Outcome verify(Rollout rollout) throws IOException, ClusterFailure {
    journal.write(Step.HEALTHY, Json.object());
    AfterChecks checks = new AfterChecks(request, rollout);
    for (GateResult result : checks.run()) {
      reporter.gate(result);
      after.add(result);
      if (result.verdict().isDeny()) {
        return failed(
            new Trouble(result.gate(), result.verdict().evidence(), List.of(), List.of()));
      }
    }
    journal.write(Step.VERIFIED, Json.object());
    int revision = request.store().last().map(ReleaseRevision::revision).orElse(0);
    return end(
        new Outcome(
            Outcome.Result.DEPLOYED,
            request.plan().title() + " is deployed and healthy: revision " + revision + "."));
  }

  private Outcome failed(Trouble trouble) throws IOException, ClusterFailure {
    Trouble shown = masked(trouble);
    reporter.trouble(shown);
    int target = target(List.of());
    journal.write(
        Step.ROLLBACK,
        Json.object()
            .put("target", target)
            .put("reason", shown.reason())
            .put("message", shown.message()));
    return rollBack(target, shown.message());
  }

  private Outcome resumeRollback() throws IOException, ClusterFailure {
    if (!awaitOrphan()) {
      return Outcome.stuck("A helm of that deploy is still at work.");
    }
    JsonNode facts = journal.find(Step.ROLLBACK).orElseThrow().facts();
    return rollBack(facts.path("target").asInt(0), Json.text(facts, "message"));
  }

  private Outcome rollBack(int target, String why) throws IOException, ClusterFailure {
    Rollback rollback = new Rollback(request, lock, reporter, child -> note(child));
    Optional<String> problem = rollback.to(target);
    if (problem.isPresent()) {
      return end(
          Outcome.stuck(
              why
                  + " Going back failed too: "
                  + request.mask().text(problem.get())
                  + " A person is needed."));
    }
    return end(
        new Outcome(
            Outcome.Result.ROLLED_BACK,
            why
                + (target == 0
                    ? " Nothing was installed before, and the release is taken away again."
                    : " Revision " + target + " is back and healthy.")));
  }

  private Outcome end(Outcome outcome) throws IOException {
    Outcome shown = new Outcome(outcome.result(), request.mask().text(outcome.text()));
    Recorder recorder = new Recorder(request, journal, after);
    recorder.write(shown).forEach(reporter::gate);
    journal.write(Step.END, DeployRun.facts(shown));
    return shown;
  }

  private Rollout rollout(String manifest, Baseline baseline) {
    return new Rollout(
        request.cluster(), request.resources(), request.plan().namespace(), manifest, baseline);
  }

  private static boolean isOurs(ReleaseRevision revision, String applied) {
    return ManifestJson.withoutHooks(revision.manifest())
        .equals(ManifestJson.withoutHooks(applied));
  }

  /** Whether hooks run after the workloads; helm must wait for them then. */
  private boolean hasLaterHooks(boolean isInstallation) {
    String event = isInstallation ? "post-install" : "post-upgrade";
    return ManifestJson.objects(request.rendered()).stream()
        .map(object -> Json.text(object, "metadata", "annotations", Hook.ANNOTATION))
        .anyMatch(hook -> hook.contains(event));
  }

  private int before() {
    return journal.find(Step.APPLY).orElseThrow().facts().path("before").asInt(0);
  }

  private void note(HelmChild child) throws IOException {
    journal.write(Step.HELM, Json.object().put("pid", child.pid()).put("started", child.started()));
  }

  /** Waits for the helm that a killed process has left; false if it does not end. */
  private boolean awaitOrphan() {
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
      return HelmChild.awaitThoseWith(request.folder().file(PlanFolder.CHART).toString(), ORPHAN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Trouble masked(Trouble trouble) {
    return new Trouble(
        trouble.reason(),
        sentence(request.mask().text(trouble.message())),
        trouble.logs().stream().map(request.mask()::text).toList(),
        trouble.events().stream().map(request.mask()::text).toList());
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
