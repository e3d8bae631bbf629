package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseLock;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmRender;
import dev.plimsoll.deploy.helm.HelmRequest;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.Mask;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.Settings;
import dev.plimsoll.deploy.record.SigningKey;
import dev.plimsoll.deploy.rollout.Baseline;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.render.Hook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a deploy works with.
 *
 * @param rendered what helm renders, as the plan holds it
 * @param values as helm gets them
 * @param helm for this cluster
 * @param owner who deploys, as others see it in the lock
 * @param takesOver whether the lock of another is taken
 * @param directory where the paths of evidence start
 * @param environment variables for smoke tests and the addresses of receivers
 * @param key that signs the record; empty if there is none
 */
public record DeployRequest(
    PlanFolder folder,
    Settings settings,
    String rendered,
    OpenedValues values,
    Mask mask,
    Cluster cluster,
    ApiResources resources,
    ReleaseStore store,
    HelmCli helm,
    String owner,
    boolean takesOver,
    Path directory,
    Map<String, String> environment,
    Optional<SigningKey> key) {

  private static final Duration SOAK = Duration.ofSeconds(10);

  public DeployRequest {
    environment = Map.copyOf(environment);
  }

  Plan plan() {
    return folder.plan();
  }

  Duration timeout() {
    return settings.waitTimeout();
  }

  Duration soak() {
    boolean isShort = plan().profile().equals("development");
    return settings.time("pod-health", "soak", isShort ? Duration.ofSeconds(2) : SOAK);
  }

  HelmRequest helmRequest(boolean waits) {
    return new HelmRequest(
        plan().release(),
        plan().namespace(),
        folder.file(PlanFolder.CHART),
        values.files(),
        plan().arguments(),
        plan().createsNamespace(),
        timeout().toSeconds(),
        waits);
  }

  /** Whether hooks run after the workloads; helm must wait for them then. */
  boolean hasLaterHooks(boolean isInstallation) {
    return hasLaterHooks(rendered, isInstallation);
  }

  /** The same of another manifest. */
  static boolean hasLaterHooks(String manifest, boolean isInstallation) {
    String event = isInstallation ? "post-install" : "post-upgrade";
    return ManifestJson.objects(manifest).stream()
        .map(object -> Json.text(object, "metadata", "annotations", Hook.ANNOTATION))
        .anyMatch(hook -> hook.contains(event));
  }

  /** What runs of the release now. */
  Baseline baseline() throws ClusterFailure {
    return baseline(rendered);
  }

  /** What runs now of a manifest. */
  Baseline baseline(String manifest) throws ClusterFailure {
    return Baseline.of(resources, Rollout.watched(plan().namespace(), manifest));
  }

  /** The rollout of what the plan holds. */
  Rollout rollout(Baseline before) {
    return rollout(rendered, before);
  }

  /** The rollout of a manifest. */
  Rollout rollout(String manifest, Baseline before) {
    return new Rollout(cluster, resources, plan().namespace(), manifest, before);
  }

  /** What helm stores of the release: what the plan holds, with the secrets that it does not. */
  String applied() throws HelmFailure {
    return values.secrets().isEmpty() ? rendered : HelmRender.of(helm.dryRun(helmRequest(false)));
  }

  /** The lock of the release; where its namespace is still missing, it has a place that is not. */
  ReleaseLock lock(String deploy) {
    return lock(owner, deploy);
  }

  /** The same as somebody took it, perhaps another. */
  ReleaseLock lock(String who, String deploy) {
    boolean isMissing = plan().createsNamespace();
    return new ReleaseLock(
        cluster,
        isMissing ? "default" : plan().namespace(),
        isMissing ? plan().namespace() + "-" + plan().release() : plan().release(),
        who + " " + deploy);
  }
}
