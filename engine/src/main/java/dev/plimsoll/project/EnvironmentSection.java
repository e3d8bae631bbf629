package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.index.ClusterFacts;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code clusters} and {@code environments}. */
final class EnvironmentSection {

  private static final List<String> PROFILES = List.of("development", "staging", "production");

  private static final List<String> CLUSTER_KEYS =
      Stream.concat(Stream.of("context", "kubernetes"), CapacitySection.KEYS.stream()).toList();

  private final YamlFile file;
  private final ProjectNodes nodes;

  EnvironmentSection(YamlFile file, ProjectNodes nodes) {
    this.file = file;
    this.nodes = nodes;
  }

  List<Project.Cluster> clusters(YamlNode node) {
    List<Project.Cluster> clusters = new ArrayList<>();
    for (Map.Entry<String, YamlEntry> entry : named(node, "clusters").entrySet()) {
      String what = "clusters." + entry.getKey();
      YamlNode value = entry.getValue().value();
      Optional<Fields> fields =
          ProjectNodes.isAbsent(value) ? Optional.empty() : nodes.fields(value, what, CLUSTER_KEYS);
      fields.ifPresent(found -> new CapacitySection(nodes).check(found, what));
      clusters.add(
          new Project.Cluster(
              nodes.located(entry.getKey(), entry.getValue().key()),
              fields
                  .flatMap(found -> found.get("context"))
                  .flatMap(found -> nodes.text(found, what + ".context")),
              fields
                  .flatMap(found -> found.get("kubernetes"))
                  .flatMap(found -> kubernetes(found, what + ".kubernetes")),
              fields
                  .filter(
                      found -> CapacitySection.KEYS.stream().anyMatch(found.byName()::containsKey))
                  .map(found -> new ClusterFacts(KubernetesObject.part(file, value)))));
    }
    return clusters;
  }

  /**
   * @param known the clusters of the project; empty if it does not list any, and every name is good
   */
  List<Environment> environments(YamlNode node, Optional<List<Project.Cluster>> known) {
    List<Environment> environments = new ArrayList<>();
    for (Map.Entry<String, YamlEntry> entry : named(node, "environments").entrySet()) {
      String name = entry.getKey();
      String what = "environments." + name;
      YamlNode value = entry.getValue().value();
      Optional<Fields> fields =
          ProjectNodes.isAbsent(value)
              ? Optional.empty()
              : nodes.fields(value, what, List.of("profile", "clusters"));
      Optional<Profile> profile =
          fields
              .flatMap(found -> found.get("profile"))
              .flatMap(found -> profile(found, what + ".profile"));
      List<Located<String>> clusters =
          fields
              .flatMap(found -> found.get("clusters"))
              .map(found -> nodes.texts(found, what + ".clusters"))
              .orElse(List.of());
      environments.add(
          new Environment(
              nodes.located(name, entry.getValue().key()),
              profile.orElseGet(() -> ProfileNames.profile(name)),
              distinct(clusters, known)));
    }
    return environments;
  }

  private Map<String, YamlEntry> named(YamlNode node, String what) {
    return nodes.entries(node, what).map(Fields::byName).orElse(Map.of());
  }

  private Optional<Profile> profile(YamlNode node, String what) {
    Optional<Located<String>> said = nodes.text(node, what);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Optional<Profile> profile = Profile.parse(said.get().value());
    if (profile.isEmpty()) {
      String name = said.get().value();
      nodes.misspelt(
          ProjectRules.INVALID_PROJECT_FILE,
          said.get().location().span(),
          "There is no profile `"
              + ProjectNodes.shortened(name)
              + "`; there are "
              + ProjectNodes.list(PROFILES),
          NearestName.of(name, PROFILES));
    }
    return profile;
  }

  private Optional<Located<String>> kubernetes(YamlNode node, String what) {
    Optional<Located<String>> said = nodes.text(node, what);
    if (said.isEmpty() || isVersion(said.get().value())) {
      return said;
    }
    nodes.invalid(node.span(), "`" + what + "` must be a version such as `1.35`.");
    return Optional.empty();
  }

  /** {@code 1.35}, {@code v1.35.2}, with what a provider appends ({@code 1.35.2-gke.100}). */
  static boolean isVersion(String text) {
    int start = text.startsWith("v") ? 1 : 0;
    int dot = digits(text, start);
    if (dot == start || dot >= text.length() || text.charAt(dot) != '.') {
      return false;
    }
    int end = digits(text, dot + 1);
    if (end == dot + 1) {
      return false;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      int patch = end + 1;
      end = digits(text, patch);
      if (end == patch) {
        return false;
      }
    }
    return end == text.length() || text.charAt(end) == '-' || text.charAt(end) == '+';
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private List<Located<String>> distinct(
      List<Located<String>> clusters, Optional<List<Project.Cluster>> known) {
    List<Located<String>> distinct = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Located<String> cluster : clusters) {
      if (seen.contains(cluster.value())) {
        nodes.invalid(
            cluster.location().span(),
            "The cluster `" + ProjectNodes.shortened(cluster.value()) + "` is named twice.");
        continue;
      }
      seen.add(cluster.value());
      distinct.add(cluster);
      known.ifPresent(all -> checkKnown(cluster, all));
    }
    return distinct;
  }

  private void checkKnown(Located<String> cluster, List<Project.Cluster> known) {
    List<String> names = new ArrayList<>();
    for (Project.Cluster each : known) {
      names.add(each.name().value());
    }
    if (names.contains(cluster.value())) {
      return;
    }
    nodes.misspelt(
        ProjectRules.INVALID_PROJECT_FILE,
        cluster.location().span(),
        "`clusters` has no `" + ProjectNodes.shortened(cluster.value()) + "`",
        NearestName.of(cluster.value(), names));
  }
}
