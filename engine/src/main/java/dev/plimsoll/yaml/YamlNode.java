package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/** A node of a YAML document with its place in the source text. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {

  /**
   * The text of the node itself, without its anchor, tag, trailing blanks and comments. A block
   * mapping or sequence runs from its first key or dash to the end of its last value; an absent
   * value ({@code key:}) is an empty span behind the colon.
   */
  Span span();

  /** The name of the anchor on this node ({@code &name}), if there is one. */
  @Nullable String anchor();

  /** The explicit tag in its full form ({@code tag:yaml.org,2002:str}), if there is one. */
  @Nullable String tag();
}
