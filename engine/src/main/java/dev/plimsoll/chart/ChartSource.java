package dev.plimsoll.chart;

/** Gets charts that do not lie in the workspace. */
@FunctionalInterface
public interface ChartSource {

  /** Asks nobody. */
  ChartSource NONE =
      chart ->
          new Answer.Absent(
              "which was not asked; `--allow network` permits it, and a copy in `charts` beside the"
                  + " helmfile spares it");

  /** Looks for a chart; the same question gets the same answer for as long as the source lives. */
  Answer find(RemoteChart chart);

  /** What became of it. */
  sealed interface Answer {

    /**
     * The chart is there.
     *
     * @param path of an archive that the file tree of the analysis can read
     */
    record Found(String path) implements Answer {}

    /**
     * It is not.
     *
     * @param reason a clause about the repository or registry
     */
    record Absent(String reason) implements Answer {}
  }
}
