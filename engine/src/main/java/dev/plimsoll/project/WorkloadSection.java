package dev.plimsoll.project;

import dev.plimsoll.manifest.PodKinds.PodKind;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code workloads}: kinds of custom resources whose operators make pods of them. */
final class WorkloadSection {

  private static final List<String> KEYS = List.of("group", "kind", "podTemplate", "longRunning");

  /** Names of fields with dots between them. */
  private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");

  private final ProjectNodes nodes;

  WorkloadSection(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  List<PodKind> kinds(YamlNode node) {
    List<PodKind> kinds = new ArrayList<>();
    List<YamlNode> items = nodes.items(node, "workloads").orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      kind(items.get(i), "workloads[" + i + "]").ifPresent(kinds::add);
    }
    return kinds;
  }

  private Optional<PodKind> kind(YamlNode node, String what) {
    Optional<Fields> found = nodes.fields(node, what, KEYS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    // Everything is read before anything is decided, so that one run reports all that is wrong.
    Optional<String> group = text(fields, what, "group");
    Optional<String> kind = text(fields, what, "kind");
    Optional<String> path =
        fields.get("podTemplate").isEmpty()
            ? Optional.of("spec.template")
            : text(fields, what, "podTemplate").filter(said -> isPath(fields, said, what));
    Optional<Boolean> isLongRunning =
        fields.get("longRunning").isEmpty()
            ? Optional.of(true)
            : nodes.flag(fields.get("longRunning").get(), what + ".longRunning");
    for (String key : List.of("group", "kind")) {
      if (fields.get(key).isEmpty()) {
        nodes.invalid(node.span(), "`" + what + "` must say the `" + key + "` that makes pods.");
      }
    }
    if (group.isEmpty() || kind.isEmpty() || path.isEmpty() || isLongRunning.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PodKind(
            group.get(), kind.get(), List.of(path.get().split("\\.", -1)), isLongRunning.get()));
  }

  private Optional<String> text(Fields fields, String what, String key) {
    return fields
        .get(key)
        .flatMap(value -> nodes.text(value, what + "." + key))
        .map(Located::value);
  }

  private boolean isPath(Fields fields, String said, String what) {
    boolean isPath = PATH.matcher(said).matches();
    if (!isPath) {
      nodes.invalid(
          fields.get("podTemplate").orElseThrow().span(),
          "`" + what + ".podTemplate` must be a path of fields such as `spec.template`.");
    }
    return isPath;
  }
}
