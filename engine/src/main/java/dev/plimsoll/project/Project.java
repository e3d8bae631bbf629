package dev.plimsoll.project;

import dev.plimsoll.index.ClusterFacts;
import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A project: what {@code plimsoll.yaml} says, completed by what was discovered.
 *
 * @param file the project file; empty if there is none
 * @param ownRules the rules that it brings itself
 * @param pods the kinds that make pods, with those that the file names
 * @param environments at least one; a workspace that names none has {@code default}
 */
public record Project(
    Optional<YamlFile> file,
    HelmVersion helm,
    PodKinds pods,
    List<Cluster> clusters,
    List<Environment> environments,
    List<ReleaseSpec> releases,
    List<RuleMetadata> ownRules,
    List<RuleSetting> rules,
    List<Suppression> suppressions) {

  public Project {
    clusters = List.copyOf(clusters);
    environments = List.copyOf(environments);
    releases = List.copyOf(releases);
    ownRules = List.copyOf(ownRules);
    rules = List.copyOf(rules);
    suppressions = List.copyOf(suppressions);
  }

  /** The version of Kubernetes of a cluster, where the project says one. */
  public Optional<String> kubernetes(String cluster) {
    return clusters.stream()
        .filter(known -> known.name().value().equals(cluster))
        .findFirst()
        .flatMap(Cluster::kubernetes)
        .map(Located::value);
  }

  /** What the file calls its clusters, and their contexts. */
  public Set<String> contexts() {
    Set<String> contexts = new TreeSet<>();
    for (Cluster cluster : clusters) {
      contexts.add(cluster.name().value());
      cluster.context().map(Located::value).ifPresent(contexts::add);
    }
    return contexts;
  }

  /** What the file says of clusters beside their names, by name. */
  public Map<String, ClusterFacts> clusterFacts() {
    Map<String, ClusterFacts> facts = new LinkedHashMap<>();
    for (Cluster cluster : clusters) {
      cluster.facts().ifPresent(found -> facts.put(cluster.name().value(), found));
    }
    return facts;
  }

  /**
   * A cluster.
   *
   * @param context its name in a kubeconfig
   * @param kubernetes its version ({@code 1.35})
   * @param facts what else the file says of it; empty if nothing
   */
  public record Cluster(
      Located<String> name,
      Optional<Located<String>> context,
      Optional<Located<String>> kubernetes,
      Optional<ClusterFacts> facts) {}
}
