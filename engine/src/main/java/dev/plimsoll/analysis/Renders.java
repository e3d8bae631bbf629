package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Project;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOptions;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderRules;
import dev.plimsoll.render.RenderSources;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.Located;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders releases to learn whether Helm does. What decides a render is computed once, and kept for
 * the next analysis. Thread-safe but for {@link #nextAnalysis}.
 */
final class Renders {

  // By identity: the same inputs give the same evaluation, which is large to compare.
  private Map<Evaluation, Map<Key, List<Diagnostic>>> known = empty();
  private Map<Evaluation, Map<Key, List<Diagnostic>>> knownBefore = empty();

  /** What decides a render beside the evaluation of chart and values. */
  private record Key(ReleaseOptions release, Capabilities capabilities) {}

  private static Map<Evaluation, Map<Key, List<Diagnostic>>> empty() {
    return Collections.synchronizedMap(new IdentityHashMap<>());
  }

  void nextAnalysis() {
    knownBefore = known;
    known = empty();
  }

  /** What is wrong with the templates of a release, or with what they write. */
  List<Diagnostic> check(Evaluation evaluation, ReleaseInstance release, Project project) {
    Capabilities capabilities = capabilities(release, project);
    ReleaseOptions options = ReleaseOptions.install(release.name(), release.namespace());
    Key key = new Key(options, capabilities);
    List<Diagnostic> before = knownBefore.getOrDefault(evaluation, Map.of()).get(key);
    List<Diagnostic> found =
        before == null ? diagnostics(render(release, options, capabilities)) : before;
    known.computeIfAbsent(evaluation, _ -> new ConcurrentHashMap<>()).put(key, found);
    return found;
  }

  private static RenderOutcome render(
      ReleaseInstance release, ReleaseOptions options, Capabilities capabilities) {
    // The schemas have been asked already.
    return release
        .renderer()
        .render(
            release.enabled(),
            release.effective(),
            RenderOptions.of(options, capabilities, RenderSources.fixed()).withoutSchema());
  }

  /** Those that nobody else reports. */
  private static List<Diagnostic> diagnostics(RenderOutcome outcome) {
    return switch (outcome) {
      case RenderedChart _ -> List.of();
      case RenderFailure failure ->
          switch (failure.kind()) {
            case CHART -> failure.diagnostics().stream().filter(Renders::isOfRendering).toList();
            case SCHEMA -> List.of();
            case SYNTAX, EXECUTION, MANIFEST, BOUND -> failure.diagnostics();
          };
    };
  }

  private static boolean isOfRendering(Diagnostic diagnostic) {
    return diagnostic.rule().equals(RenderRules.INCOMPATIBLE_KUBERNETES)
        || diagnostic.rule().equals(RenderRules.UNINSTALLABLE_RELEASE);
  }

  /** Those of the release's cluster, as far as the project knows it. */
  private static Capabilities capabilities(ReleaseInstance release, Project project) {
    Capabilities capabilities = Capabilities.of(release.renderer().helm());
    capabilities = capabilities.withApiVersions(release.apiVersions());
    Optional<KubeVersion> own =
        release.kubeVersion().flatMap(text -> KubeVersion.parse(text, release.renderer().helm()));
    if (own.isPresent()) {
      return capabilities.withKube(own.get());
    }
    Optional<KubeVersion> kube =
        project.clusters().stream()
            .filter(cluster -> cluster.name().value().equals(release.cell().cluster()))
            .findFirst()
            .flatMap(Project.Cluster::kubernetes)
            .map(Located::value)
            .flatMap(text -> KubeVersion.parse(text, release.renderer().helm()));
    return kube.isPresent() ? capabilities.withKube(kube.get()) : capabilities;
  }
}
