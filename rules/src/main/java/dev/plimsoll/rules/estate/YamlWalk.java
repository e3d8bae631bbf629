package dev.plimsoll.rules.estate;

import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;

/**
 * Walks what is written in a YAML file. An anchored node is seen where it stands, not where it is
 * used.
 */
public final class YamlWalk {

  private final Visitor visitor;

  private YamlWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Takes what the walk comes across. */
  public interface Visitor {

    /**
     * A scalar value.
     *
     * @param key the nearest key above it; empty for an item of a list at the top
     * @param path the path of the value
     */
    void scalar(String key, ValuePath path, YamlScalar scalar);

    /** A mapping, before what is in it. */
    default void mapping(YamlMapping mapping) {}
  }

  /** Visits every document of a file. */
  public static void visit(YamlFile file, Visitor visitor) {
    YamlWalk walk = new YamlWalk(visitor);
    for (YamlDocument document : file.documents()) {
      YamlNode root = document.root();
      if (root != null) {
        walk.node("", ValuePath.ROOT, root);
      }
    }
  }

  // The parser bounds the depth of its trees, so recursion is safe.
  private void node(String key, ValuePath path, YamlNode node) {
    switch (node) {
      case YamlScalar scalar -> visitor.scalar(key, path, scalar);
      case YamlAlias _ -> {}
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          node(key, path.index(i), sequence.items().get(i));
        }
      }
      case YamlMapping mapping -> {
        visitor.mapping(mapping);
        for (YamlEntry entry : mapping.entries()) {
          String name = entry.keyText().orElse(key);
          node(name, path.key(name), entry.value());
        }
      }
    }
  }
}
