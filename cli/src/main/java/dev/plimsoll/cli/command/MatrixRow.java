package dev.plimsoll.cli.command;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Project;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One release of the matrix, with helmfile's words.
 *
 * @param labels {@code key:value}, with commas between
 * @param id what {@code needs} of others name
 */
record MatrixRow(
    String name,
    String namespace,
    String environment,
    String cluster,
    boolean enabled,
    boolean installed,
    String labels,
    String chart,
    String version,
    String id,
    List<String> needs) {

  MatrixRow {
    needs = List.copyOf(needs);
  }

  /**
   * Every release that was asked for: those of helmfiles, installed or not, in the order of {@code
   * helmfile list}, then those of the project.
   *
   * @param wanted environments; empty for all
   */
  static List<MatrixRow> of(Estate estate, Project project, List<String> wanted) {
    List<MatrixRow> rows = new ArrayList<>();
    for (LoadedEnvironment environment : estate.helmfiles().environments()) {
      if (wanted.isEmpty() || wanted.contains(environment.name())) {
        environment.releases().stream()
            .filter(HelmfileRelease::isSelected)
            .map(release -> row(release, environment.name(), project))
            .sorted(Comparator.comparing(MatrixRow::namespace).thenComparing(MatrixRow::name))
            .forEach(rows::add);
      }
    }
    for (ReleaseInstance release : estate.releases()) {
      if (release.helmfile().isEmpty()) {
        rows.add(row(release));
      }
    }
    return rows;
  }

  private static MatrixRow row(HelmfileRelease release, String environment, Project project) {
    return new MatrixRow(
        release.name().value(),
        release.namespace().value(),
        environment,
        release.kubeContext().map(context -> cluster(context.value(), project)).orElse(""),
        release.isEnabled(),
        release.isInstalled(),
        release.labelText(),
        release.chart().value(),
        release.version(),
        release.id(),
        release.needs().stream().map(Located::value).toList());
  }

  private static String cluster(String context, Project project) {
    return project.clusters().stream()
        .filter(
            cluster -> cluster.context().map(Located::value).filter(context::equals).isPresent())
        .map(cluster -> cluster.name().value())
        .findFirst()
        .orElse(context);
  }

  private static MatrixRow row(ReleaseInstance release) {
    return new MatrixRow(
        release.cell().release(),
        release.namespace(),
        release.cell().environment(),
        release.cell().cluster(),
        true,
        true,
        "",
        release.chart().path(),
        release.chart().metadata().version().map(Located::value).orElse(""),
        release.cell().release(),
        List.of());
  }
}
