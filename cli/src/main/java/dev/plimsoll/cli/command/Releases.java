package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.ValuesReport;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.index.ReleaseInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the releases that a person named. */
final class Releases {

  private Releases() {}

  /**
   * Every instance of a release among those that were analysed.
   *
   * @throws UsageError if there is none
   */
  static List<ReleaseInstance> named(AnalysisResult result, String name) {
    List<ReleaseInstance> all = result.estate().releases();
    List<ReleaseInstance> found =
        all.stream().filter(instance -> instance.cell().release().equals(name)).toList();
    if (!found.isEmpty()) {
      return found;
    }
    List<String> names =
        all.stream().map(instance -> instance.cell().release()).distinct().toList();
    Optional<String> near = NearestName.of(name, names);
    throw new UsageError(
        "There is no release `"
            + name
            + "` here"
            + near.map(text -> "; did you mean `" + text + "`?")
                .orElse("; `plimsoll releases` shows those that are."));
  }

  /**
   * What became of a chart that a person named.
   *
   * @throws UsageError if there is no chart
   */
  static List<ReleaseInstance> ofChart(AnalysisResult result, String chart) {
    List<ReleaseInstance> found = result.estate().releases();
    if (found.isEmpty()) {
      throw new UsageError(
          "`"
              + chart
              + "` is no chart: a folder has a `Chart.yaml`, and an archive a folder with one.");
    }
    return found;
  }

  /** Clusters of one environment share their values unless a layer is named after the cluster. */
  static ReleaseInstance only(List<ReleaseInstance> instances, String name) {
    Map<String, ReleaseInstance> different = new LinkedHashMap<>();
    for (ReleaseInstance instance : instances) {
      String values = ValuesReport.json(instance.effective().values());
      different.putIfAbsent(instance.namespace() + " " + values, instance);
    }
    if (different.size() > 1) {
      List<String> environments =
          instances.stream().map(instance -> instance.cell().environment()).distinct().toList();
      throw new UsageError(
          "`"
              + name
              + "` is not the same in "
              + String.join(", ", environments)
              + "; choose one with -e.");
    }
    return instances.getFirst();
  }
}
