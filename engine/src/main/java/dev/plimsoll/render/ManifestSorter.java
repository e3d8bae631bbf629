package dev.plimsoll.render;

import dev.plimsoll.source.Order;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells hooks from manifests and puts both in order, as {@code releaseutil.SortManifests} does with
 * {@code InstallOrder}: known kinds first, the others by name, and otherwise as they come.
 */
final class ManifestSorter {

  private static final List<String> ORDER_OF_3 =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService");

  /** Known since Helm 4. */
  private static final List<String> WEBHOOKS =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  private static final List<String> EVENTS =
      List.of(
          "pre-install",
          "post-install",
          "pre-delete",
          "post-delete",
          "pre-upgrade",
          "post-upgrade",
          "pre-rollback",
          "post-rollback",
          "test");

  private static final String WEIGHT = "helm.sh/hook-weight";
  private static final String DELETE_POLICY = "helm.sh/hook-delete-policy";
  private static final String LOG_POLICY = "helm.sh/hook-output-log-policy";

  private final Comparator<Manifest> order;

  ManifestSorter(HelmVersion helm) {
    Map<String, Integer> places = new HashMap<>();
    ORDER_OF_3.forEach(kind -> places.put(kind, places.size()));
    if (helm.major() >= 4) {
      WEBHOOKS.forEach(kind -> places.put(kind, places.size()));
    }
    this.order =
        Order.of(
            Order.byInt(manifest -> places.getOrDefault(manifest.head().kind(), places.size())),
            Order.by(
                manifest ->
                    places.containsKey(manifest.head().kind()) ? "" : manifest.head().kind(),
                JsonPrinter.KEY_ORDER));
  }

  /** The manifests in the order in which Helm installs them. */
  List<Manifest> sorted(List<Manifest> manifests) {
    List<Manifest> sorted = new ArrayList<>(manifests);
    sorted.sort(order);
    return sorted;
  }

  /** Whether a manifest names a hook, be it one that Helm knows or not. */
  static boolean namesHook(ManifestHead head) {
    return head.annotations().containsKey(Hook.ANNOTATION);
  }

  /** What kind of hook a manifest is; empty if it names one that Helm does not know. */
  static Optional<Hook> hook(ManifestHead head) {
    Map<String, String> annotations = head.annotations();
    List<String> events = new ArrayList<>();
    for (String name : words(annotations.getOrDefault(Hook.ANNOTATION, ""))) {
      // The name from Helm 2.
      String event = name.equals("test-success") ? "test" : name;
      if (!EVENTS.contains(event)) {
        return Optional.empty();
      }
      events.add(event);
    }
    return Optional.of(
        new Hook(
            events,
            number(annotations.getOrDefault(WEIGHT, "")).orElse(0),
            annotations.containsKey(DELETE_POLICY)
                ? words(annotations.get(DELETE_POLICY))
                : List.of(),
            annotations.containsKey(LOG_POLICY) ? words(annotations.get(LOG_POLICY)) : List.of()));
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(word -> {
          int start = GoSpace.skip(word, 0, word.length());
          return word.substring(start, GoSpace.skipBack(word, start, word.length()))
              .toLowerCase(Locale.ROOT);
        })
        .toList();
  }

  /** Go's {@code strconv.Atoi}, within 32 bits. */
  private static OptionalInt number(String text) {
    if (!text.matches("[+-]?[0-9]{1,18}")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Math.clamp(Long.parseLong(text), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
