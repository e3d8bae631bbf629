package dev.plimsoll.project;

import dev.plimsoll.manifest.Quantity;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what a cluster of the project file says of nodes, quotas and limit ranges. */
final class CapacitySection {

  /** What an entry of {@code clusters} may say of it. */
  static final List<String> KEYS = List.of("nodes", "quotas", "limitRanges");

  private static final List<String> RANGE_TYPES = List.of("Container", "Pod");
  private static final List<String> AMOUNTS_OF_RANGE =
      List.of("min", "max", "default", "defaultRequest", "maxLimitRequestRatio");

  private final ProjectNodes nodes;

  CapacitySection(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  void check(Fields cluster, String what) {
    each(cluster, "nodes", what, List.of("name", "count", "labels", "allocatable"), this::pool);
    each(cluster, "quotas", what, List.of("namespace", "hard", "scopes"), this::quota);
    each(cluster, "limitRanges", what, List.of("namespace", "limits"), this::limitRange);
  }

  /** Takes the fields of an entry, the entry and its path. */
  @FunctionalInterface
  private interface Entry {
    void check(Fields fields, YamlNode node, String what);
  }

  private void each(Fields parent, String key, String what, List<String> keys, Entry check) {
    Optional<YamlNode> list = parent.get(key);
    if (list.isEmpty()) {
      return;
    }
    String path = what + "." + key;
    List<YamlNode> items = nodes.items(list.get(), path).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String item = path + "[" + i + "]";
      YamlNode node = items.get(i);
      nodes.fields(node, item, keys).ifPresent(fields -> check.check(fields, node, item));
    }
  }

  private void pool(Fields pool, YamlNode node, String what) {
    pool.get("name").ifPresent(name -> nodes.text(name, what + ".name"));
    pool.get("count").ifPresent(count -> count(count, what + ".count"));
    pool.get("labels")
        .flatMap(labels -> nodes.entries(labels, what + ".labels"))
        .ifPresent(labels ->
            labels
                .byName()
                .forEach((key, entry) -> nodes.text(entry.value(), what + ".labels." + key)));
    needed(pool, "allocatable", node, what).ifPresent(map -> amounts(map, what + ".allocatable"));
  }

  private void quota(Fields quota, YamlNode node, String what) {
    needed(quota, "namespace", node, what).ifPresent(name -> nodes.text(name, what + ".namespace"));
    needed(quota, "hard", node, what).ifPresent(map -> amounts(map, what + ".hard"));
    quota.get("scopes").ifPresent(scopes -> nodes.texts(scopes, what + ".scopes"));
  }

  private void limitRange(Fields range, YamlNode node, String what) {
    needed(range, "namespace", node, what).ifPresent(name -> nodes.text(name, what + ".namespace"));
    needed(range, "limits", node, what);
    List<String> keys = new ArrayList<>(AMOUNTS_OF_RANGE);
    keys.add("type");
    each(range, "limits", what, keys, this::limits);
  }

  private void limits(Fields limits, YamlNode node, String what) {
    needed(limits, "type", node, what)
        .flatMap(type -> nodes.text(type, what + ".type"))
        .filter(type -> !RANGE_TYPES.contains(type.value()))
        .ifPresent(type ->
            nodes.invalid(
                type.location().span(),
                "`" + what + ".type` must be " + String.join(" or ", RANGE_TYPES) + "."));
    for (String key : AMOUNTS_OF_RANGE) {
      limits.get(key).ifPresent(map -> amounts(map, what + "." + key));
    }
  }

  private Optional<YamlNode> needed(Fields fields, String key, YamlNode node, String what) {
    Optional<YamlNode> found = fields.get(key);
    if (found.isEmpty()) {
      nodes.invalid(node.span(), "`" + what + "` must say `" + key + "`.");
    }
    return found;
  }

  private void amounts(YamlNode node, String what) {
    Map<String, YamlEntry> entries = nodes.entries(node, what).map(Fields::byName).orElse(Map.of());
    entries.forEach((name, entry) -> {
      boolean isQuantity =
          ProjectNodes.resolved(entry.value()) instanceof YamlScalar scalar
              && Quantity.parse(scalar.text())
                  .filter(found -> found.value().signum() >= 0)
                  .isPresent();
      if (!isQuantity) {
        nodes.invalid(
            entry.value().span(),
            "`"
                + what
                + "."
                + ProjectNodes.shortened(name)
                + "` must be an amount such as `4`, `500m` or `16Gi`.");
      }
    });
  }

  private void count(YamlNode node, String what) {
    boolean isCount =
        ProjectNodes.resolved(node) instanceof YamlScalar scalar
            && scalar.value() instanceof ScalarValue.Int(BigInteger value)
            && value.signum() > 0
            && value.bitLength() < Integer.SIZE;
    if (!isCount) {
      nodes.invalid(node.span(), "`" + what + "` must be a whole number from 1 on.");
    }
  }
}
