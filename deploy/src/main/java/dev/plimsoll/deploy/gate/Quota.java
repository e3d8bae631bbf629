package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.manifest.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The quotas of the namespace have room for what is new. */
final class Quota implements Gate {

  @Override
  public String id() {
    return "quota";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  private static final Map<String, String> OF_CONTAINERS =
      Map.of(
          "requests.cpu", "requests.cpu",
          "cpu", "requests.cpu",
          "requests.memory", "requests.memory",
          "memory", "requests.memory",
          "limits.cpu", "limits.cpu",
          "limits.memory", "limits.memory");

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure, IOException {
    String namespace = context.folder().plan().namespace();
    Map<String, BigDecimal> more = new TreeMap<>();
    for (JsonNode object : ManifestJson.withoutHooks(context.folder().text(PlanFolder.RENDERED))) {
      if (isNew(context, object)) {
        add(more, object);
      }
    }
    int quotas = 0;
    for (JsonNode quota :
        context.cluster().list("/api/v1/namespaces/" + namespace + "/resourcequotas", "")) {
      quotas++;
      for (Map.Entry<String, JsonNode> hard : Json.at(quota, "status", "hard").properties()) {
        String resource = OF_CONTAINERS.getOrDefault(hard.getKey(), hard.getKey());
        BigDecimal wanted = more.getOrDefault(resource, BigDecimal.ZERO);
        BigDecimal used = amount(Json.at(quota, "status", "used", hard.getKey()));
        if (wanted.signum() > 0 && used.add(wanted).compareTo(amount(hard.getValue())) > 0) {
          return Verdict.deny(
              "The quota "
                  + Json.text(quota, "metadata", "name")
                  + " allows "
                  + hard.getValue().asString("")
                  + " of "
                  + hard.getKey()
                  + ", "
                  + used.toPlainString()
                  + " is used, and the new objects want "
                  + wanted.toPlainString()
                  + ".",
              "Raise the quota or ask for less.");
        }
      }
    }
    return Verdict.allow(
        quotas == 0 ? "The namespace has no quota" : "The quotas have room for what is new");
  }

  private static boolean isNew(GateContext context, JsonNode object) {
    String kind = Json.text(object, "kind");
    String name = Json.text(object, "metadata", "name");
    return context.folder().plan().changes().stream()
        .filter(change -> change.action() == Action.CREATE)
        .map(ObjectChange::key)
        .anyMatch(key -> key.kind().equals(kind) && key.name().equals(name));
  }

  private static void add(Map<String, BigDecimal> more, JsonNode workload) {
    JsonNode pod = Json.at(workload, "spec", "template", "spec");
    BigDecimal replicas = BigDecimal.valueOf(Json.at(workload, "spec", "replicas").asInt(1));
    if (pod.isMissingNode()) {
      return;
    }
    more.merge("pods", replicas, BigDecimal::add);
    for (JsonNode container : pod.path("containers")) {
      for (String group : new String[] {"requests", "limits"}) {
        for (String resource : new String[] {"cpu", "memory"}) {
          BigDecimal each = amount(Json.at(container, "resources", group, resource));
          more.merge(group + "." + resource, each.multiply(replicas), BigDecimal::add);
        }
      }
    }
  }

  private static BigDecimal amount(JsonNode quantity) {
    return Quantity.parse(quantity.asString("0")).map(Quantity::value).orElse(BigDecimal.ZERO);
  }
}
