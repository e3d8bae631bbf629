package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One cell of the matrix before anything is read for it: placeholders are filled and paths are
 * those of files.
 *
 * @param kubernetes the version of the cluster, if the project says one
 * @param chart the chart's folder or archive, with the place that names it
 * @param layers values files, weakest first, each with the place that names it
 */
record Cell(
    Affected id,
    String namespace,
    Optional<String> kubernetes,
    Located<String> chart,
    List<Located<String>> layers) {

  Cell {
    layers = List.copyOf(layers);
  }

  /** What decides the values: cells that differ only in cluster or namespace share them. */
  Inputs inputs() {
    List<String> paths = new ArrayList<>(layers.size());
    for (Located<String> layer : layers) {
      paths.add(layer.value());
    }
    return new Inputs(chart.value(), List.copyOf(paths));
  }

  /** What of the cell itself a template can see. */
  Target target() {
    return new Target(id.release(), namespace, kubernetes);
  }

  /** What decides a render beside the chart and its values. */
  record Target(String release, String namespace, Optional<String> kubernetes) {}

  /** The paths that decide the values of a release. */
  record Inputs(String chart, List<String> layers) {}
}
