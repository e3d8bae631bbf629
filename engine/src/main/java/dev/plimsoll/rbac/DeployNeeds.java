package dev.plimsoll.rbac;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rbac.DeployNeed.Purpose;
import dev.plimsoll.render.Hook;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an account needs that installs, upgrades, rolls back and uninstalls a release with Helm:
 * derived from the objects of the release and from what Helm itself asks an API server for. What
 * {@code lookup} in templates reads cannot be seen in the objects.
 *
 * @param needs sorted by namespace, resource and verb
 * @param granted the rights that roles of the release give: the API server lets nobody give what he
 *     does not have
 */
public record DeployNeeds(List<DeployNeed> needs, List<Granted> granted) {

  private static final String KEEP = "helm.sh/resource-policy";

  private static final String RBAC = RoleObject.GROUP;

  public DeployNeeds {
    needs = List.copyOf(needs);
    granted = List.copyOf(granted);
  }

  /**
   * How a release is deployed.
   *
   * @param storage where Helm keeps its releases: {@code secrets} or {@code configmaps}; empty for
   *     a database, which is no matter of the cluster
   * @param namespace of the release
   * @param waits whether Helm is told to wait, be it by {@code --wait}, {@code --atomic} or {@code
   *     --rollback-on-failure}
   * @param createsNamespace whether Helm is told to make the namespace
   */
  public record Deployment(
      HelmVersion helm,
      String storage,
      String namespace,
      boolean waits,
      boolean createsNamespace) {}

  /** A rule of a role that the release brings. */
  public record Granted(String namespace, KubernetesObject role, PolicyRule rule) {}

  /**
   * Derives them.
   *
   * @param objects what Helm applies, hooks and tests included
   * @param definitions what the folders {@code crds} of the chart hold
   */
  public static DeployNeeds of(
      Deployment how,
      List<KubernetesObject> objects,
      List<KubernetesObject> definitions,
      ResourceNaming names) {
    Collector collector = new Collector(how, names);
    collector.storage();
    if (how.createsNamespace()) {
      collector.namespace();
    }
    definitions.forEach(collector::definition);
    objects.forEach(collector::object);
    // What a role of the release gives is had by its rules, so this comes before the bindings.
    objects.forEach(collector::role);
    objects.forEach(collector::binding);
    return collector.result();
  }

  private record Key(String namespace, String resource, String group, String name, String verb)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A role; the namespace is empty for a ClusterRole. */
  private record RoleKey(String namespace, String name) {}

  private static final class Collector {

    private final Deployment how;
    private final ResourceNaming names;
    private final Map<Key, DeployNeed> needs = new TreeMap<>();
    private final List<Granted> granted = new ArrayList<>();
    private final Set<RoleKey> own = new HashSet<>();

    Collector(Deployment how, ResourceNaming names) {
      this.how = how;
      this.names = names;
    }

    void storage() {
      if (how.storage().isEmpty()) {
        return;
      }
      ResourceName kept = new ResourceName("", how.storage(), true, false);
      add(how.namespace(), kept, Purpose.STORAGE, "", "get", "list", "create", "update", "delete");
    }

    /** Helm 4 applies the namespace, whether it is there or not. */
    void namespace() {
      ResourceName name = new ResourceName("", "namespaces", false, false);
      add("", name, Purpose.NAMESPACE, "", "create");
      if (isHelm4()) {
        add("", name, Purpose.NAMESPACE, "", "patch");
      }
    }

    /** Those in {@code crds} are created and never changed, and Helm waits for them always. */
    void definition(KubernetesObject object) {
      ResourceName name = names.of(object.apiVersion(), object.kind());
      add("", name, Purpose.DEFINITION, object.title(), "get", "create");
      if (isHelm4()) {
        add("", name, Purpose.DEFINITION, object.title(), "list", "watch", "patch");
      }
    }

    void object(KubernetesObject object) {
      ResourceName name = names.of(object.apiVersion(), object.kind());
      String place = name.isNamespaced() ? object.namespace().orElse(how.namespace()) : "";
      Optional<List<String>> events =
          Optional.ofNullable(object.annotations().get(Hook.ANNOTATION))
              .map(text -> List.of(text.split("\\s*,\\s*", -1)));
      if (events.isPresent()) {
        hook(object, name, place, Hook.TEST_EVENTS.containsAll(events.get()));
        return;
      }
      boolean isKept =
          Optional.ofNullable(object.annotations().get(KEEP)).filter("keep"::equals).isPresent();
      add(place, name, Purpose.MANAGED, object.title(), "get", "create", "patch");
      if (!isKept) {
        add(place, name, Purpose.MANAGED, object.title(), "delete");
      }
      if (how.waits()) {
        waiting(object, name, place);
      }
    }

    private void waiting(KubernetesObject object, ResourceName name, String place) {
      if (isHelm4()) {
        // An API server of today streams the list through the watch; older ones are asked for it.
        add(place, name, Purpose.WAITED_FOR, object.title(), "list", "watch");
      }
      ResourceName replicaSets = new ResourceName("apps", "replicasets", true, false);
      ResourceName pods = new ResourceName("", "pods", true, false);
      switch (object.kind()) {
        case "Deployment" -> {
          add(place, replicaSets, Purpose.FOLLOWED, object.title(), "list");
          if (isHelm4()) {
            add(place, pods, Purpose.FOLLOWED, object.title(), "list");
          }
        }
        case "ReplicaSet", "ReplicationController" ->
            add(place, pods, Purpose.FOLLOWED, object.title(), "list");
        case "StatefulSet" -> {
          if (isHelm4()) {
            add(place, pods, Purpose.FOLLOWED, object.title(), "list");
          }
        }
        default -> {}
      }
    }

    private void hook(KubernetesObject object, ResourceName name, String place, boolean isTest) {
      Purpose purpose = isTest ? Purpose.TEST : Purpose.HOOK;
      add(place, name, purpose, object.title(), "get", "create", "delete");
      boolean isWatched = object.kind().equals("Job") || object.kind().equals("Pod");
      if (isHelm4() || isWatched) {
        add(place, name, purpose, object.title(), "list", "watch");
      }
      if (isHelm4()) {
        add(place, name, purpose, object.title(), "patch");
      }
    }

    void role(KubernetesObject object) {
      boolean isCluster = object.kind().equals("ClusterRole");
      if (!object.group().equals(RBAC) || !(isCluster || object.kind().equals("Role"))) {
        return;
      }
      String place = isCluster ? "" : object.namespace().orElse(how.namespace());
      own.add(new RoleKey(place, object.name()));
      PolicyRule.of(object.get("rules"))
          .forEach(rule -> granted.add(new Granted(place, object, rule)));
    }

    /** A role of the release is had by its rules; any other must be allowed to be bound. */
    void binding(KubernetesObject object) {
      if (!object.group().equals(RBAC) || !object.kind().endsWith("Binding")) {
        return;
      }
      Field reference = object.get("roleRef");
      boolean isCluster = reference.get("kind").text().filter("ClusterRole"::equals).isPresent();
      String place =
          object.kind().startsWith("Cluster") ? "" : object.namespace().orElse(how.namespace());
      String role = reference.get("name").text().orElse("");
      if (own.contains(new RoleKey(isCluster ? "" : place, role))) {
        return;
      }
      String plural = isCluster ? "clusterroles" : "roles";
      needs.putIfAbsent(
          new Key(place, plural, RBAC, role, "bind"),
          new DeployNeed(
              place,
              RBAC,
              plural,
              role,
              "bind",
              EnumSet.of(Purpose.BINDING),
              object.title(),
              false));
    }

    void add(String place, ResourceName name, Purpose purpose, String example, String... verbs) {
      for (String verb : verbs) {
        needs.merge(
            new Key(place, name.plural(), name.group(), "", verb),
            new DeployNeed(
                place,
                name.group(),
                name.plural(),
                "",
                verb,
                EnumSet.of(purpose),
                example,
                name.isGuessed()),
            Collector::joined);
      }
    }

    DeployNeeds result() {
      return new DeployNeeds(List.copyOf(needs.values()), granted);
    }

    private boolean isHelm4() {
      return how.helm().isAtLeast(4, 0, 0);
    }

    private static DeployNeed joined(DeployNeed one, DeployNeed other) {
      Set<Purpose> purposes = EnumSet.copyOf(one.purposes());
      purposes.addAll(other.purposes());
      return new DeployNeed(
          one.namespace(),
          one.group(),
          one.resource(),
          one.resourceName(),
          one.verb(),
          purposes,
          one.example().isEmpty() ? other.example() : one.example(),
          one.isGuessed());
    }
  }
}
