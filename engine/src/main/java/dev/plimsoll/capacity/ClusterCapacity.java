package dev.plimsoll.capacity;

import dev.plimsoll.capacity.Demand.Moment;
import dev.plimsoll.index.ClusterFacts;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ClusterObjects.Place;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one environment on one cluster asks for, and what it may have.
 *
 * @param namespaces those that have a workload, sorted
 * @param nodes as the project file says them; empty if it does not
 */
public record ClusterCapacity(
    Place place, List<NamespaceCapacity> namespaces, List<NodePool> nodes) {

  public ClusterCapacity {
    namespaces = List.copyOf(namespaces);
    nodes = List.copyOf(nodes);
  }

  /** Counts. */
  public static ClusterCapacity of(ClusterObjects cluster) {
    List<NodePool> nodes =
        cluster.facts().stream()
            .flatMap(facts -> facts.nodes().stream())
            .map(NodePool::of)
            .toList();
    Map<String, List<Workload>> workloads = new TreeMap<>();
    for (Workload workload : cluster.workloads()) {
      // What `helm test` runs, runs when somebody looks.
      if (!workload.placed().object().isTest()) {
        workloads
            .computeIfAbsent(workload.placed().namespace(), _ -> new ArrayList<>())
            .add(workload);
      }
    }
    List<NamespaceCapacity> namespaces = new ArrayList<>();
    workloads.forEach(
        (namespace, own) -> namespaces.add(namespace(cluster, namespace, own, nodes)));
    return new ClusterCapacity(cluster.place(), namespaces, nodes);
  }

  /** Counts for one namespace, whether it has a workload or not. */
  public static NamespaceCapacity ofNamespace(ClusterObjects cluster, String namespace) {
    return of(cluster).namespaces().stream()
        .filter(each -> each.namespace().equals(namespace))
        .findFirst()
        .orElseGet(() -> namespace(cluster, namespace, List.of(), List.of()));
  }

  private static NamespaceCapacity namespace(
      ClusterObjects cluster, String namespace, List<Workload> workloads, List<NodePool> nodes) {
    List<LimitRangeItem> ranges = limitRanges(cluster, namespace);
    return new NamespaceCapacity(
        cluster.place(),
        namespace,
        workloads.stream()
            .map(workload ->
                Demand.of(
                    workload, Resources.of(workload.pods(), ranges), daemons(workload, nodes)))
            .toList(),
        cluster.all().stream()
            .filter(placed -> placed.namespace().equals(namespace))
            .filter(placed -> !placed.object().isHook())
            .toList(),
        quotas(cluster, namespace),
        ranges);
  }

  /** What all nodes together have for pods; nothing if nobody says what nodes there are. */
  public Amounts allocatable() {
    Amounts all = Amounts.NONE;
    for (NodePool pool : nodes) {
      all = all.plus(pool.allocatable().times(pool.count()));
    }
    return all;
  }

  /** What the pods of all namespaces request of a resource. */
  public BigDecimal wanted(String resource, Moment moment) {
    BigDecimal wanted = BigDecimal.ZERO;
    for (NamespaceCapacity namespace : namespaces) {
      wanted =
          wanted.add(
              resource.equals("pods")
                  ? BigDecimal.valueOf(namespace.pods(moment))
                  : namespace.total(moment).requests().amount(resource));
    }
    return wanted;
  }

  /** Whether the pods of all namespaces request more of a resource than all nodes have. */
  public boolean exceeds(String resource, Moment moment) {
    return wanted(resource, moment).compareTo(allocatable().amount(resource)) > 0;
  }

  /**
   * The nodes on which a pod may run by its selector; empty if nobody says what nodes there are.
   */
  public List<NodePool> nodesFor(Workload workload) {
    return nodesFor(workload, nodes);
  }

  private static List<NodePool> nodesFor(Workload workload, List<NodePool> nodes) {
    Map<String, String> selector =
        KubernetesObject.texts(workload.pods().spec().get("nodeSelector"));
    return nodes.stream().filter(pool -> pool.mayBeSelected(selector)).toList();
  }

  private static Optional<Long> daemons(Workload workload, List<NodePool> nodes) {
    return nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(nodesFor(workload, nodes).stream().mapToLong(NodePool::count).sum());
  }

  private static List<QuotaSpec> quotas(ClusterObjects cluster, String namespace) {
    List<QuotaSpec> quotas = new ArrayList<>();
    for (Placed placed : inNamespace(cluster, "ResourceQuota", namespace)) {
      quotas.add(QuotaSpec.of(placed.object().title(), placed.object().get("spec")));
    }
    for (Field given : given(cluster.facts().map(ClusterFacts::quotas), namespace)) {
      quotas.add(QuotaSpec.of("the quota in the project file", given));
    }
    return quotas;
  }

  private static List<LimitRangeItem> limitRanges(ClusterObjects cluster, String namespace) {
    List<LimitRangeItem> ranges = new ArrayList<>();
    for (Placed placed : inNamespace(cluster, "LimitRange", namespace)) {
      for (Field item : placed.object().get("spec", "limits").items()) {
        ranges.add(new LimitRangeItem(placed.object().title(), item));
      }
    }
    for (Field given : given(cluster.facts().map(ClusterFacts::limitRanges), namespace)) {
      for (Field item : given.get("limits").items()) {
        ranges.add(new LimitRangeItem("the limit range in the project file", item));
      }
    }
    return ranges;
  }

  private static List<Placed> inNamespace(ClusterObjects cluster, String kind, String namespace) {
    return cluster.ofKind(kind).stream()
        .filter(placed -> placed.namespace().equals(namespace))
        .toList();
  }

  private static List<Field> given(Optional<List<Field>> entries, String namespace) {
    return entries.orElse(List.of()).stream()
        .filter(entry -> entry.get("namespace").text().filter(namespace::equals).isPresent())
        .toList();
  }
}
