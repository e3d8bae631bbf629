package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.project.Environment;
import dev.plimsoll.project.Placeholders;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.ReleaseSpec;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Spreads the releases of a project over its environments and clusters. */
final class Matrix {

  private final Findings findings;
  private final AnalysisOptions options;
  private final Map<Affected, Cell> cells = new TreeMap<>();
  private final Project project;

  private Matrix(Project project, AnalysisOptions options, Findings findings) {
    this.project = project;
    this.options = options;
    this.findings = findings;
  }

  /** Every cell, ordered by release, environment and cluster. */
  static Collection<Cell> of(Project project, AnalysisOptions options, Findings findings) {
    Matrix matrix = new Matrix(project, options, findings);
    for (Environment environment : project.environments()) {
      String name = environment.name().value();
      for (ReleaseSpec release : project.releases()) {
        if (release.isIn(name)) {
          matrix.add(release, environment);
        }
      }
    }
    return matrix.cells.values();
  }

  private void add(ReleaseSpec release, Environment environment) {
    List<Located<String>> clusters = environment.clusters();
    if (clusters.isEmpty()) {
      if (needsNoCluster(release, environment)) {
        add(release, environment, "");
      }
      return;
    }
    for (Located<String> cluster : clusters) {
      add(release, environment, cluster.value());
    }
  }

  private boolean needsNoCluster(ReleaseSpec release, Environment environment) {
    List<Located<String>> texts = new ArrayList<>(release.values());
    texts.addAll(List.of(release.name(), release.chart(), release.namespace()));
    for (Located<String> text : texts) {
      if (Placeholders.namesCluster(text.value())) {
        findings.add(
            Diagnostic.of(
                ProjectRules.INVALID_PROJECT_FILE,
                text.location(),
                "The environment `"
                    + environment.name().value()
                    + "` names no clusters, so there is nothing to put for `{cluster}`."));
        return false;
      }
    }
    return true;
  }

  private void add(ReleaseSpec release, Environment environment, String cluster) {
    String environmentName = environment.name().value();
    Affected id =
        new Affected(
            Placeholders.fill(release.name().value(), environmentName, cluster),
            environmentName,
            cluster);
    List<Located<String>> layers = new ArrayList<>();
    for (Located<String> layer : release.values()) {
      layers.add(path(layer, id));
    }
    String namespace =
        options
            .namespace()
            .orElseGet(
                () -> Placeholders.fill(release.namespace().value(), environmentName, cluster));
    Cell cell =
        new Cell(
            id,
            namespace,
            namespacePlace(release),
            project.kubernetes(cluster),
            path(release.chart(), id),
            layers);
    Cell before = cells.putIfAbsent(id, cell);
    if (before != null) {
      reportTwice(id, release.name().location());
    }
  }

  private Optional<Location> namespacePlace(ReleaseSpec release) {
    Location place = release.namespace().location();
    boolean isDeclared =
        project.file().filter(file -> file.source().equals(place.file())).isPresent();
    return isDeclared && options.namespace().isEmpty() ? Optional.of(place) : Optional.empty();
  }

  /** Reports name a cell by release, environment and cluster, so two cannot have one name. */
  private void reportTwice(Affected id, Location place) {
    findings.addNotChecked(
        new NotChecked(
            "This release was not checked, because there is another `"
                + id.release()
                + "` in the same environment; give it a name of its own.",
            place,
            List.of(id)));
  }

  private static Located<String> path(Located<String> text, Affected id) {
    String filled = Placeholders.fill(text.value(), id.environment(), id.cluster());
    return new Located<>(ProjectPaths.normalised(filled), text.location());
  }
}
