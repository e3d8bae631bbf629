package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param flow whether it is written with brackets
 */
public record YamlSequence(
    List<YamlNode> items, boolean flow, Span span, @Nullable String anchor, @Nullable String tag)
    implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }
}
