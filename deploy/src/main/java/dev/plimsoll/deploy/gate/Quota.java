package dev.plimsoll.deploy.gate;

import dev.plimsoll.capacity.AmountText;
import dev.plimsoll.capacity.Amounts;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand.Moment;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.QuotaSpec;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.manifest.KubernetesObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The quotas of every namespace of the plan have room for what the release asks for afterwards:
 * what is used now, without the objects as they are, and with the objects as they will be.
 */
final class Quota implements Gate {

  @Override
  public String id() {
    return "quota";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure, IOException {
    List<KubernetesObject> planned =
        ManifestJson.read(context.folder().text(PlanFolder.RENDERED)).stream()
            .filter(object -> !object.isHook())
            .toList();
    int quotas = 0;
    for (String namespace : context.folder().plan().namespaces()) {
      List<KubernetesObject> found = ofKind(context, namespace, "ResourceQuota", "resourcequotas");
      if (found.isEmpty()) {
        continue;
      }
      List<KubernetesObject> ranges = ofKind(context, namespace, "LimitRange", "limitranges");
      String own = context.folder().plan().namespace();
      NamespaceCapacity before = capacity(own, namespace, live(context, namespace), ranges);
      NamespaceCapacity after = capacity(own, namespace, planned, ranges);
      for (KubernetesObject quota : found) {
        quotas++;
        Optional<String> excess = excess(quota, before, after);
        if (excess.isPresent()) {
          return Verdict.deny(excess.get(), "Raise the quota or ask for less.");
        }
      }
    }
    return Verdict.allow(
        quotas == 0 ? "The namespace has no quota" : "The quotas have room for what is new");
  }

  private static NamespaceCapacity capacity(
      String own, String namespace, List<KubernetesObject> objects, List<KubernetesObject> ranges) {
    List<KubernetesObject> all = new ArrayList<>(objects);
    all.addAll(ranges);
    return ClusterCapacity.ofNamespace(ClusterObjects.of(own, all), namespace);
  }

  /** What the release has there now. */
  private static List<KubernetesObject> live(GateContext context, String namespace)
      throws ClusterFailure {
    List<KubernetesObject> live = new ArrayList<>();
    for (ObjectChange change : context.folder().plan().changes()) {
      if (change.key().namespace().equals(namespace)) {
        context.resources().object(change.key()).map(Quota::read).ifPresent(live::add);
      }
    }
    return live;
  }

  /** The first limit that would be passed. */
  private static Optional<String> excess(
      KubernetesObject quota, NamespaceCapacity before, NamespaceCapacity after) {
    QuotaSpec spec = QuotaSpec.of(quota.title(), quota.get("spec"));
    Amounts inUse = Amounts.of(quota.get("status", "used"));
    for (String resource : new TreeSet<>(spec.hard().byResource().keySet())) {
      BigDecimal more =
          use(after, spec, resource).subtract(use(before, spec, resource)).max(BigDecimal.ZERO);
      BigDecimal used = inUse.amount(resource);
      BigDecimal then = used.add(more);
      if (more.signum() > 0 && then.compareTo(spec.hard().amount(resource)) > 0) {
        return Optional.of(
            "The quota %s allows %s of %s; %s is used, and with this release it would be %s."
                .formatted(
                    quota.name(),
                    AmountText.of(resource, spec.hard().amount(resource)),
                    resource,
                    AmountText.of(resource, used),
                    AmountText.of(resource, then)));
      }
    }
    return Optional.empty();
  }

  private static BigDecimal use(NamespaceCapacity capacity, QuotaSpec quota, String resource) {
    return capacity.used(quota, resource, Moment.STEADY).orElse(BigDecimal.ZERO);
  }

  private static List<KubernetesObject> ofKind(
      GateContext context, String namespace, String kind, String plural) throws ClusterFailure {
    List<KubernetesObject> found = new ArrayList<>();
    for (JsonNode item :
        context.cluster().list("/api/v1/namespaces/" + namespace + "/" + plural, "")) {
      // The items of a list do not say what they are.
      found.add(read(((ObjectNode) item).put("apiVersion", "v1").put("kind", kind)));
    }
    return found;
  }

  private static KubernetesObject read(JsonNode object) {
    return ManifestJson.read(Json.line(object)).getFirst();
  }
}
