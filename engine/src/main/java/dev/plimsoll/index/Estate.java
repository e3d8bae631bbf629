package dev.plimsoll.index;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;

/**
 * Everything that rules look at.
 *
 * @param charts every chart of the workspace once, also those that no release uses
 * @param releases every cell of the matrix, ordered by release, environment and cluster
 * @param otherFiles YAML files of the workspace that are values or secrets by their place or form
 *     and belong to no release
 * @param manifests YAML files outside charts that hold objects of Kubernetes
 * @param helmfiles the helmfiles that say the releases
 */
public record Estate(
    List<Chart> charts,
    List<ReleaseInstance> releases,
    List<ValuesFile> otherFiles,
    List<YamlFile> manifests,
    HelmfileEstate helmfiles) {

  public Estate {
    charts = List.copyOf(charts);
    releases = List.copyOf(releases);
    otherFiles = List.copyOf(otherFiles);
    manifests = List.copyOf(manifests);
  }

  /** An estate without helmfiles and other objects. */
  public Estate(List<Chart> charts, List<ReleaseInstance> releases, List<ValuesFile> otherFiles) {
    this(charts, releases, otherFiles, List.of(), HelmfileEstate.NONE);
  }
}
