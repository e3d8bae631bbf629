package dev.plimsoll.index;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.manifest.PodKinds;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that rules look at.
 *
 * @param charts every chart of the workspace once, also those that no release uses
 * @param releases every cell of the matrix, ordered by release, environment and cluster
 * @param otherFiles YAML files of the workspace that are values or secrets by their place or form
 *     and belong to no release
 * @param helmfiles the helmfiles that say the releases
 * @param plainFiles what else says how releases are deployed
 * @param contexts what the project file calls the clusters that it lists, and their contexts; empty
 *     if it lists none
 * @param clusters what the project file says of clusters, by name
 * @param pods the kinds that make pods, with those of the project
 */
public record Estate(
    List<Chart> charts,
    List<ReleaseInstance> releases,
    List<ValuesFile> otherFiles,
    HelmfileEstate helmfiles,
    PlainFiles plainFiles,
    Set<String> contexts,
    Map<String, ClusterFacts> clusters,
    PodKinds pods) {

  public Estate {
    charts = List.copyOf(charts);
    releases = List.copyOf(releases);
    otherFiles = List.copyOf(otherFiles);
    contexts = Collections.unmodifiableSet(new TreeSet<>(contexts));
    clusters = Map.copyOf(clusters);
  }

  /** An estate of charts and values alone. */
  public Estate(List<Chart> charts, List<ReleaseInstance> releases, List<ValuesFile> otherFiles) {
    this(
        charts,
        releases,
        otherFiles,
        HelmfileEstate.NONE,
        PlainFiles.NONE,
        Set.of(),
        Map.of(),
        PodKinds.KNOWN);
  }
}
