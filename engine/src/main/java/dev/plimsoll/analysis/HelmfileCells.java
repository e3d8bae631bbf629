package dev.plimsoll.analysis;

import dev.plimsoll.chart.ChartSource.Answer;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cells that helmfiles say: release by environment, on the cluster of its context. */
final class HelmfileCells {

  /** Marks a chart that is in no folder of the workspace. */
  static final String REMOTE = "repository:";

  private final EstateRequest request;
  private final Findings findings;
  private final List<Cell> cells = new ArrayList<>();

  private HelmfileCells(EstateRequest request, Findings findings) {
    this.request = request;
    this.findings = findings;
  }

  static List<Cell> of(EstateRequest request, Findings findings) {
    HelmfileCells all = new HelmfileCells(request, findings);
    HelmfileEstate helmfiles = request.loaded().helmfiles();
    for (LoadedEnvironment environment : helmfiles.environments()) {
      if (request.options().asksFor(environment.name())) {
        all.add(environment);
      }
    }
    return all.cells;
  }

  private void add(LoadedEnvironment environment) {
    Map<Affected, Integer> names = new HashMap<>();
    for (HelmfileRelease release : environment.releases()) {
      names.merge(id(environment, release, release.name().value()), 1, Integer::sum);
    }
    Set<Affected> own = new LinkedHashSet<>();
    for (HelmfileRelease release : environment.releases()) {
      if (!release.isSelected() || !release.isEnabled() || !release.isInstalled()) {
        continue;
      }
      Affected plain = id(environment, release, release.name().value());
      boolean isUnique = names.getOrDefault(plain, 0) < 2;
      Affected id =
          isUnique
              ? plain
              : id(
                  environment, release, release.namespace().value() + "/" + release.name().value());
      if (own.add(id)) {
        cells.add(
            new Cell(
                id,
                namespace(release),
                Spec.text(release.spec(), "namespace").map(Located::location),
                kubernetes(release, id.cluster()),
                chart(release),
                List.of(),
                release));
      }
    }
    report(environment, List.copyOf(own));
  }

  /** What loading found is about the environment; where nothing was loaded, about no release. */
  private void report(LoadedEnvironment environment, List<Affected> own) {
    List<Affected> affects =
        own.isEmpty() ? List.of(new Affected(Affected.ANY, environment.name(), "")) : own;
    for (Diagnostic diagnostic : environment.diagnostics()) {
      findings.addAll(List.of(diagnostic), affects);
    }
    environment.notChecked().forEach(each -> findings.addNotChecked(each, affects));
  }

  private Affected id(LoadedEnvironment environment, HelmfileRelease release, String name) {
    return new Affected(
        name,
        environment.name(),
        release.kubeContext().map(Located::value).map(this::cluster).orElse(""));
  }

  /** Helm's own default where the helmfile leaves it open. */
  private static String namespace(HelmfileRelease release) {
    String namespace = release.namespace().value();
    return namespace.isEmpty() ? "default" : namespace;
  }

  /** The project's name for a context, if it has one. */
  private String cluster(String context) {
    for (Project.Cluster cluster : request.loaded().project().clusters()) {
      if (cluster.context().map(Located::value).filter(context::equals).isPresent()) {
        return cluster.name().value();
      }
    }
    return context;
  }

  private Optional<String> kubernetes(HelmfileRelease release, String cluster) {
    return Spec.text(release.spec(), "kubeVersion")
        .map(Located::value)
        .or(() -> request.loaded().project().kubernetes(cluster));
  }

  private Located<String> chart(HelmfileRelease release) {
    Located<String> chart = release.chart();
    String path = ProjectPaths.normalised(ProjectPaths.join(release.folder(), chart.value()));
    if (!ProjectPaths.isRemote(chart.value())
        && (isLocal(path) || chart.value().startsWith(".") || chart.value().startsWith("/"))) {
      return new Located<>(path, chart.location());
    }
    return new Located<>(
        vendored(release, chart.value()).or(() -> fetched(release)).orElse(REMOTE + chart.value()),
        chart.location());
  }

  private Optional<String> fetched(HelmfileRelease release) {
    return RemoteCharts.find(request, release)
        .flatMap(answer ->
            answer instanceof Answer.Found(String path) ? Optional.of(path) : Optional.empty());
  }

  /** A chart of a repository that somebody has put beside the helmfile. */
  private Optional<String> vendored(HelmfileRelease release, String chart) {
    String name = chart.substring(chart.lastIndexOf('/') + 1);
    for (String folder : List.of(ProjectPaths.join(release.folder(), "charts"), "charts")) {
      String archive = folder + "/" + name + "-" + release.version() + ".tgz";
      if (!release.version().isEmpty() && request.files().kind(archive) == FileTree.Kind.FILE) {
        return Optional.of(archive);
      }
    }
    return Optional.empty();
  }

  private boolean isLocal(String path) {
    return request.files().kind(path) != FileTree.Kind.MISSING;
  }
}
