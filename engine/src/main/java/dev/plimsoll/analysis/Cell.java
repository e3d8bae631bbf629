package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of the matrix before anything is read for it: placeholders are filled and paths are
 * those of files.
 *
 * @param chart the chart's folder or archive, with the place that names it
 * @param layers values files, weakest first, each with the place that names it
 */
record Cell(Affected id, String namespace, Located<String> chart, List<Located<String>> layers) {

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

  /** The paths that decide the values of a release. */
  record Inputs(String chart, List<String> layers) {}
}
