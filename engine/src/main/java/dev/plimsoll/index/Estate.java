package dev.plimsoll.index;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.helmfile.HelmfileEstate;
import java.util.List;

/**
 * Everything that rules look at.
 *
 * @param charts every chart of the workspace once, also those that no release uses
 * @param releases every cell of the matrix, ordered by release, environment and cluster
 * @param otherFiles YAML files of the workspace that are values or secrets by their place or form
 *     and belong to no release
 * @param helmfiles the helmfiles that say the releases
 */
public record Estate(
    List<Chart> charts,
    List<ReleaseInstance> releases,
    List<ValuesFile> otherFiles,
    HelmfileEstate helmfiles) {

  public Estate {
    charts = List.copyOf(charts);
    releases = List.copyOf(releases);
    otherFiles = List.copyOf(otherFiles);
  }

  /** An estate without helmfiles. */
  public Estate(List<Chart> charts, List<ReleaseInstance> releases, List<ValuesFile> otherFiles) {
    this(charts, releases, otherFiles, HelmfileEstate.NONE);
  }
}
