package dev.plimsoll.rbac;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One verb for one resource that a deploying account needs.
 *
 * @param namespace where; empty for objects of the cluster
 * @param resourceName the one object; empty for all
 * @param purposes what for
 * @param example an object of the release that it is needed for, such as {@code Service `shop`};
 *     empty where Helm needs it for itself
 * @param isGuessed whether the name of the resource was made of its kind
 */
public record DeployNeed(
    String namespace,
    String group,
    String resource,
    String resourceName,
    String verb,
    Set<Purpose> purposes,
    String example,
    boolean isGuessed) {

  /** In the order in which people write them. */
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "bind");

  public DeployNeed {
    purposes = Set.copyOf(new TreeSet<>(purposes));
  }

  /** What Helm does with it. */
  public enum Purpose {
    /** Helm keeps its releases there. */
    STORAGE,
    /** The release consists of it. */
    MANAGED,
    /** Helm waits until it is ready or gone. */
    WAITED_FOR,
    /** Whether what the release consists of is ready is seen there. */
    FOLLOWED,
    /** It is a hook. */
    HOOK,
    /** It is a test. */
    TEST,
    /** The namespace is made. */
    NAMESPACE,
    /** A definition in the folder {@code crds} of a chart. */
    DEFINITION,
    /** The release binds a role. */
    BINDING
  }

  /** Verbs in the order in which people write them. */
  public static List<String> ordered(Set<String> verbs) {
    return VERBS.stream().filter(verbs::contains).toList();
  }

  /** The request that must be allowed. */
  public AccessRequest.Resource request() {
    AccessRequest.Resource any = AccessRequest.Resource.of(verb, group, resource);
    return resourceName.isEmpty() ? any : any.named(resourceName);
  }

  /** {@code list replicasets.apps in shop-prod}. */
  @Override
  public String toString() {
    return verb
        + " "
        + resource
        + (group.isEmpty() ? "" : "." + group)
        + (resourceName.isEmpty() ? "" : " " + resourceName)
        + (namespace.isEmpty() ? "" : " in " + namespace);
  }
}
