package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmRender;
import dev.plimsoll.deploy.helm.HelmRequest;
import dev.plimsoll.deploy.plan.Mask;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What gates may look at, several at a time. */
public final class GateContext {

  private final PlanFolder folder;
  private final Settings settings;
  private final Cluster cluster;
  private final ApiResources resources;
  private final ReleaseStore store;
  private final HelmCli helm;
  private final HelmRequest request;
  private final Mask mask;
  private final Path directory;
  private final Optional<String> sealedProblem;
  private final FutureTask<JsonNode> dryRun;
  private @Nullable List<ReleaseRevision> revisions;

  /**
   * @param request what helm will be asked
   * @param directory where the paths of evidence start
   * @param sealedProblem why encrypted values could not be opened
   */
  public GateContext(
      PlanFolder folder,
      Settings settings,
      Cluster cluster,
      ApiResources resources,
      ReleaseStore store,
      HelmCli helm,
      HelmRequest request,
      Mask mask,
      Path directory,
      Optional<String> sealedProblem) {
    this.folder = folder;
    this.settings = settings;
    this.cluster = cluster;
    this.resources = resources;
    this.store = store;
    this.helm = helm;
    this.request = request;
    this.mask = mask;
    this.directory = directory;
    this.sealedProblem = sealedProblem;
    this.dryRun = new FutureTask<>(() -> helm.dryRun(request));
  }

  PlanFolder folder() {
    return folder;
  }

  Settings settings() {
    return settings;
  }

  Cluster cluster() {
    return cluster;
  }

  ApiResources resources() {
    return resources;
  }

  ReleaseStore store() {
    return store;
  }

  HelmCli helm() {
    return helm;
  }

  /** What helm will be asked. */
  HelmRequest request() {
    return request;
  }

  Mask mask() {
    return mask;
  }

  Path directory() {
    return directory;
  }

  Optional<String> sealedProblem() {
    return sealedProblem;
  }

  /** The newest revision. */
  Optional<ReleaseRevision> live() throws ClusterFailure {
    List<ReleaseRevision> known = revisions();
    return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
  }

  /** Every revision, oldest first; asked for once. */
  synchronized List<ReleaseRevision> revisions() throws ClusterFailure {
    List<ReleaseRevision> known = revisions;
    if (known == null) {
      known = store.revisions();
      revisions = known;
    }
    return known;
  }

  /** Begins to ask helm what it would do, for the gates that want to know it. */
  void askHelm() {
    dryRun.run();
  }

  /** The release that helm would make now; helm is asked once. */
  JsonNode dryRun() throws HelmFailure {
    askHelm();
    try {
      return dryRun.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HelmFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("A dry run ended in a way that it cannot", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HelmFailure("The wait for helm was interrupted.");
    }
  }

  /** What helm would render now, hooks included. */
  String renderedNow() throws HelmFailure {
    return HelmRender.of(dryRun());
  }

  /** What helm would render with other values files. */
  String renderedWith(List<Path> values) throws HelmFailure {
    return HelmRender.of(helm.dryRun(request.withValues(values)));
  }
}
