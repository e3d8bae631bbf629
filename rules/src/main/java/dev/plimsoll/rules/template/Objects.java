package dev.plimsoll.rules.template;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields in rendered objects. */
final class Objects {

  /** The kinds whose pods run until they are replaced. */
  private static final Set<String> LONG_RUNNING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController");

  private static final Set<String> OTHER_WORKLOADS = Set.of("Job", "CronJob", "Pod");

  private Objects() {}

  static Optional<YamlNode> root(Manifest manifest) {
    return Optional.ofNullable(manifest.yaml().firstRoot());
  }

  static boolean isLongRunning(Manifest manifest) {
    return LONG_RUNNING.contains(manifest.head().kind());
  }

  static boolean isWorkload(Manifest manifest) {
    return isLongRunning(manifest) || OTHER_WORKLOADS.contains(manifest.head().kind());
  }

  /** The entry at a path; empty if there is none, or nothing but null. */
  static Optional<YamlEntry> entry(Manifest manifest, String... path) {
    return root(manifest).flatMap(root -> entry(root, path));
  }

  /** The same below a node. */
  static Optional<YamlEntry> entry(YamlNode root, String... path) {
    return StructFields.find(root, path);
  }

  static List<YamlNode> items(YamlNode root, String... path) {
    return entry(root, path).map(entry -> StructFields.items(entry.value())).orElse(List.of());
  }

  static Optional<String> text(YamlNode root, String... path) {
    return entry(root, path).flatMap(entry -> text(entry.value()));
  }

  static Optional<String> text(@Nullable YamlNode node) {
    return StructFields.resolve(node) instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The namespace that the object itself says. */
  static Optional<String> namespace(Manifest manifest) {
    return root(manifest).flatMap(root -> text(root, "metadata", "namespace"));
  }

  /** What the pods of a workload are made from; empty for what has none. */
  static Optional<YamlNode> podTemplate(Manifest manifest) {
    if (!isWorkload(manifest)) {
      return Optional.empty();
    }
    return switch (manifest.head().kind()) {
      case "Pod" -> root(manifest);
      case "CronJob" ->
          entry(manifest, "spec", "jobTemplate", "spec", "template").map(YamlEntry::value);
      default -> entry(manifest, "spec", "template").map(YamlEntry::value);
    };
  }

  /** The path of {@link #podTemplate}. */
  static String podTemplatePath(Manifest manifest) {
    return switch (manifest.head().kind()) {
      case "Pod" -> "";
      case "CronJob" -> "spec.jobTemplate.spec.template";
      default -> "spec.template";
    };
  }
}
