package dev.plimsoll.project;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code deploy} section of a project file, as far as it is right.
 *
 * @param tree maps, lists, texts, whole numbers ({@link Long}) and booleans; times are numbers of
 *     seconds
 */
public record DeploySettings(Map<String, Object> tree) {

  /** What a project without the section has. */
  public static final DeploySettings NONE = new DeploySettings(Map.of());

  public DeploySettings {
    tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  /** Reads the section; what is wrong in it is reported, and left out. */
  public static DeploySettings of(YamlFile file, DiagnosticSink sink) {
    if (file.firstRoot() == null
        || !(ProjectNodes.resolved(file.firstRoot()) instanceof YamlMapping root)) {
      return NONE;
    }
    return root.get("deploy")
        .filter(node -> !ProjectNodes.isAbsent(node))
        .map(node -> new DeploySection(new ProjectNodes(file.source(), sink)).read(node))
        .orElse(NONE);
  }
}
