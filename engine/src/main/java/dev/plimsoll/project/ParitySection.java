package dev.plimsoll.project;

import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks {@code parity}: groups of environments that should be alike, and the key paths in which
 * they may differ.
 */
final class ParitySection {

  private final ProjectNodes nodes;

  ParitySection(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Checks the form.
   *
   * @return the environments that are named, which may be left to discovery and so are not known
   *     yet
   */
  List<Located<String>> environments(YamlNode node) {
    Optional<Fields> fields = nodes.fields(node, "parity", List.of("compare", "allow"));
    fields
        .flatMap(found -> found.get("allow"))
        .ifPresent(found -> nodes.texts(found, "parity.allow"));
    List<YamlNode> groups =
        fields
            .flatMap(found -> found.get("compare"))
            .flatMap(found -> nodes.items(found, "parity.compare"))
            .orElse(List.of());
    List<Located<String>> environments = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      environments.addAll(group(groups.get(i), "parity.compare[" + i + "]"));
    }
    return environments;
  }

  private List<Located<String>> group(YamlNode node, String what) {
    List<Located<String>> names = nodes.texts(node, what);
    boolean isShort =
        ProjectNodes.resolved(node) instanceof YamlSequence sequence && sequence.items().size() < 2;
    if (isShort) {
      nodes.invalid(node.span(), "`" + what + "` must name at least two environments.");
    }
    return names;
  }
}
