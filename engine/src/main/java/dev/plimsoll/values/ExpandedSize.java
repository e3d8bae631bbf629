package dev.plimsoll.values;

import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.IdentityHashMap;

/** How many nodes a tree has once its aliases are expanded, without expanding them. */
final class ExpandedSize {

  /** More than any values file that Helm would take: go-yaml stops far below for aliases. */
  static final long MAX = 4_000_000;

  private final IdentityHashMap<YamlNode, Long> targets = new IdentityHashMap<>();

  private ExpandedSize() {}

  /** The number of nodes; any number above {@link #MAX} if there are more. */
  static long of(YamlNode node) {
    return new ExpandedSize().size(node);
  }

  private long size(YamlNode node) {
    return switch (node) {
      case YamlScalar _ -> 1;
      case YamlAlias alias -> {
        Long known = targets.get(alias.target());
        long size = known != null ? known : size(alias.target());
        targets.put(alias.target(), size);
        yield size;
      }
      case YamlSequence sequence ->
          sequence.items().stream().mapToLong(this::size).reduce(1, ExpandedSize::add);
      case YamlMapping mapping ->
          mapping.entries().stream()
              .mapToLong(entry -> size(entry.value()))
              .reduce(1, ExpandedSize::add);
    };
  }

  private static long add(long one, long other) {
    return Math.min(one + other, MAX + 1);
  }
}
