package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.index.ReleaseInstance;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a result.
 *
 * @param releases distinct names
 * @param environments distinct names that have a release
 * @param cells releases in environments on clusters
 * @param renders cells that could be rendered
 * @param objects rendered objects
 * @param error diagnostics of this severity that nobody accepts
 * @param warning diagnostics of this severity that nobody accepts
 * @param info diagnostics of this severity that nobody accepts
 * @param suppressed diagnostics that a suppression or the baseline accepts
 * @param notChecked what could not be checked, accepted or not
 */
public record Summary(
    int releases,
    int environments,
    int cells,
    int renders,
    int objects,
    int error,
    int warning,
    int info,
    int suppressed,
    int notChecked) {

  static Summary of(AnalysisResult result) {
    Set<String> releases = new HashSet<>();
    Set<String> environments = new HashSet<>();
    for (ReleaseInstance each : result.estate().releases()) {
      releases.add(each.cell().release());
      environments.add(each.cell().environment());
    }
    int renders = 0;
    int objects = 0;
    for (ReleaseInstance each : result.estate().releases()) {
      if (each.rendered().isPresent()) {
        renders++;
        objects += each.rendered().get().objects().size();
      }
    }
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    int suppressed = 0;
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.accepted().isPresent()) {
        suppressed++;
      } else {
        bySeverity.merge(diagnostic.severity(), 1, Integer::sum);
      }
    }
    return new Summary(
        releases.size(),
        environments.size(),
        result.estate().releases().size(),
        renders,
        objects,
        bySeverity.getOrDefault(Severity.ERROR, 0),
        bySeverity.getOrDefault(Severity.WARNING, 0),
        bySeverity.getOrDefault(Severity.INFO, 0),
        suppressed,
        result.notChecked().size());
  }

  /** How many diagnostics of a severity count. */
  public int count(Severity severity) {
    return switch (severity) {
      case ERROR -> error;
      case WARNING -> warning;
      case INFO -> info;
    };
  }
}
