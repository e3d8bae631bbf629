package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * The fields of {@code Chart.yaml} that decide something. A field that is absent, or not of the type
 * that Helm wants, has no value here; the diagnostics say so.
 *
 * @param name the text of {@code name}, or the folder's name where it is missing
 * @param dependencies of {@code Chart.yaml}, or of {@code requirements.yaml} for a v1 chart
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
    List<Dependency> dependencies) {

  public ChartMetadata {
    dependencies = List.copyOf(dependencies);
  }

  /** Whether the chart only lends named templates to others. */
  public boolean isLibrary() {
    return type.filter(found -> found.value().equals("library")).isPresent();
  }
}
