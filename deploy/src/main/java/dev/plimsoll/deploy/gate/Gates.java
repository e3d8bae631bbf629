package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** All gates that are asked before anything is changed, in the order in which they are asked. */
public final class Gates {

  private static final List<Gate> BEFORE =
      List.of(
          new SameCluster(),
          new LiveUnchanged(),
          new PendingRelease(),
          new NeededReleases(),
          new Freeze(),
          new Approvals(),
          new Renders(),
          new StrictLint(),
          new ValuesSchema(),
          new ResourceLimits(),
          new SecretsEncrypted(),
          new SecretsOpened(),
          new TestsPassed(),
          new ImageScanned(),
          new ChartSignature(),
          new ServedApis(),
          new Permissions(),
          new ServerAccepts(),
          new Ownership(),
          new Quota(),
          new RenderedAsPlanned(),
          new FieldConflicts(),
          new ReleaseSize(),
          new RollbackTarget(),
          new WaitTimeout());

  private Gates() {}

  /**
   * Asks every gate, all at once as most of them wait for the cluster or for helm; one that cannot
   * be asked says no.
   *
   * @return a result for each, those that are off included
   */
  public static List<GateResult> judge(GateContext context) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Helm takes longest. What it answers with, or why it does not, is the matter of the gates.
      threads.execute(context::askHelm);
      List<CompletableFuture<GateResult>> asked = new ArrayList<>();
      for (Gate gate : BEFORE) {
        asked.add(CompletableFuture.supplyAsync(() -> result(gate, context), threads));
      }
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private static GateResult result(Gate gate, GateContext context) {
    Verdict verdict = judge(gate, context);
    return new GateResult(gate.id(), verdict, context.cluster().clock().now().toString());
  }

  private static Verdict judge(Gate gate, GateContext context) {
    String profile = context.folder().plan().profile();
    Settings settings = context.settings();
    JsonNode own = settings.gate(gate.id());
    boolean usual = gate.strictness().holdsIn(profile);
    if (!settings.saysWhere(gate.id()) && !usual) {
      return Verdict.off("The profile " + profile + " does not ask for it.");
    }
    if (settings.saysWhere(gate.id()) && !settings.wants(gate.id())) {
      String reason = own.path("reason").asString("");
      if (!usual || !reason.isEmpty()) {
        return Verdict.off(
            "The project turns it off: " + (reason.isEmpty() ? "no reason" : reason));
      }
      // What is usual here is not turned off without a word.
    }
    try {
      Verdict verdict = gate.judge(context);
      return new Verdict(
          verdict.decision(), context.mask().text(verdict.evidence()), verdict.remedy());
    } catch (ClusterFailure failure) {
      return unknown(context, failure.reason());
    } catch (HelmFailure failure) {
      return unknown(context, failure.reason());
    } catch (PlanFolder.Tampered tampered) {
      return unknown(context, tampered.reason());
    } catch (IOException e) {
      return unknown(context, String.valueOf(e.getMessage()));
    }
  }

  private static Verdict unknown(GateContext context, String why) {
    return Verdict.deny(
        "It cannot be evaluated: " + context.mask().text(why),
        "What cannot be evaluated is a no; make it possible, or turn the gate off with a reason.");
  }
}
