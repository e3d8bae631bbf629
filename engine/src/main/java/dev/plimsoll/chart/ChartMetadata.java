package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * The fields of {@code Chart.yaml} that decide something. A field that is absent, or not of the
 * type that Helm wants, has no value here; the diagnostics say so.
 *
 * @param name the text of {@code name}, or the folder's name where it is missing
 * @param declaresDependencies whether there is a list of dependencies at all, even an empty one:
 *     Helm looks at the dependencies of subcharts only below a chart that has one
 * @param dependencies of {@code requirements.yaml} where that file has any, or else of {@code
 *     Chart.yaml}; Helm reads both files whatever {@code apiVersion} says
 */
public record ChartMetadata(
    Located<String> name,
    Optional<Located<String>> apiVersion,
    Optional<Located<String>> version,
    Optional<Located<String>> appVersion,
    Optional<Located<String>> kubeVersion,
    Optional<Located<String>> type,
    Optional<Located<String>> icon,
    Optional<Located<Boolean>> deprecated,
    boolean declaresDependencies,
    List<Dependency> dependencies) {

  public ChartMetadata {
    dependencies = List.copyOf(dependencies);
  }

  /** Whether this is a v1 chart; so is one without {@code apiVersion}, as in Helm 2. */
  boolean isFirstVersion() {
    return apiVersion
        .map(Located::value)
        .filter(found -> !found.isEmpty())
        .orElse("v1")
        .equals("v1");
  }

  /** Whether the chart only lends named templates to others. */
  public boolean isLibrary() {
    return type.filter(found -> found.value().equals("library")).isPresent();
  }
}
