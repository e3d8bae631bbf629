package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an anchored node.
 *
 * @param name the anchor's name
 * @param target the node that carried the anchor when the alias was read
 */
public record YamlAlias(String name, YamlNode target, Span span) implements YamlNode {

  @Override
  public @Nullable String anchor() {
    return null;
  }

  @Override
  public @Nullable String tag() {
    return null;
  }
}
