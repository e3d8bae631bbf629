package dev.plimsoll.rbac;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Role or ClusterRole.
 *
 * @param namespace empty for a ClusterRole
 * @param rules what it says itself
 * @param aggregates the roles whose rules it has as well; empty unless it has an aggregation rule
 * @param placed the object; empty for one that every cluster has
 */
public record RoleObject(
    String namespace,
    String name,
    Map<String, String> labels,
    List<PolicyRule> rules,
    List<LabelSelector> aggregates,
    Optional<Placed> placed) {

  /** The API group of roles and bindings. */
  static final String GROUP = "rbac.authorization.k8s.io";

  public RoleObject {
    rules = List.copyOf(rules);
    aggregates = List.copyOf(aggregates);
  }

  static RoleObject of(Placed placed) {
    List<LabelSelector> selectors = new ArrayList<>();
    for (Field selector : placed.object().get("aggregationRule", "clusterRoleSelectors").items()) {
      selectors.add(LabelSelector.of(selector));
    }
    boolean isCluster = placed.object().kind().equals("ClusterRole");
    return new RoleObject(
        isCluster ? "" : placed.namespace(),
        placed.object().name(),
        placed.object().labels(),
        PolicyRule.of(placed.object().get("rules")),
        selectors,
        Optional.of(placed));
  }

  /** The same with one more rule. */
  RoleObject with(PolicyRule rule) {
    List<PolicyRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new RoleObject(namespace, name, labels, more, aggregates, placed);
  }

  public String kind() {
    return namespace.isEmpty() ? "ClusterRole" : "Role";
  }

  /** {@code Role shop-prod/deployer}, {@code ClusterRole view}. */
  public String title() {
    return kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
