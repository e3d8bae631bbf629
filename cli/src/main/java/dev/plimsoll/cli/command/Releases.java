package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.index.ReleaseInstance;
import java.util.List;
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
}
