package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the matrix before anything is read for it: placeholders are filled and paths are
 * those of files.
 *
 * @param namespacePlace where somebody says the namespace; empty if it is a guess of ours
 * @param kubernetes the version of the cluster, if the project or helmfile says one
 * @param chart the chart's folder or archive, with the place that names it
 * @param layers values files, weakest first, each with the place that names it
 * @param helmfile the release of a helmfile, which says its own layers; null for one of the project
 */
record Cell(
    Affected id,
    String namespace,
    Optional<Location> namespacePlace,
    Optional<String> kubernetes,
    Located<String> chart,
    List<Located<String>> layers,
    @Nullable HelmfileRelease helmfile) {

  Cell {
    layers = List.copyOf(layers);
  }

  /** A release of the project. */
  Cell(
      Affected id,
      String namespace,
      Optional<Location> namespacePlace,
      Optional<String> kubernetes,
      Located<String> chart,
      List<Located<String>> layers) {
    this(id, namespace, namespacePlace, kubernetes, chart, layers, null);
  }

  /** What decides the values: cells that differ only in cluster or namespace share them. */
  Inputs inputs() {
    List<String> paths = new ArrayList<>(layers.size());
    for (Located<String> layer : layers) {
      paths.add(layer.value());
    }
    return new Inputs(chart.value(), List.copyOf(paths), helmfile == null ? null : id);
  }

  /** Whether the chart lies where nobody has looked. */
  boolean isRemote() {
    return ProjectPaths.isRemote(chart.value()) || chart.value().startsWith(HelmfileCells.REMOTE);
  }

  /** What of the cell itself a template can see. */
  Target target() {
    if (helmfile == null) {
      return new Target(id.release(), namespace, kubernetes, List.of(), Optional.empty());
    }
    List<String> apis = new ArrayList<>();
    for (Located<String> api : Spec.texts(helmfile.spec(), "apiVersions")) {
      apis.add(api.value());
    }
    return new Target(helmfile.name().value(), namespace, kubernetes, apis, Optional.empty());
  }

  /**
   * What decides a render beside the chart and its values.
   *
   * @param apiVersions what the cluster has beside the APIs of Kubernetes
   * @param live what the cluster itself has answered, which counts instead of what anyone says
   */
  record Target(
      String release,
      String namespace,
      Optional<String> kubernetes,
      List<String> apiVersions,
      Optional<LiveCell> live) {
    Target {
      apiVersions = List.copyOf(apiVersions);
    }

    Target on(LiveCell known) {
      return new Target(release, namespace, kubernetes, apiVersions, Optional.of(known));
    }
  }

  /** The paths that decide the values of a release, or the release of a helmfile. */
  record Inputs(String chart, List<String> layers, @Nullable Affected helmfile) {}
}
