package dev.plimsoll.cli.report;

import dev.plimsoll.capacity.AmountText;
import dev.plimsoll.capacity.Amounts;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand;
import dev.plimsoll.capacity.Demand.Moment;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.QuotaSpec;
import dev.plimsoll.capacity.Resources;
import dev.plimsoll.cli.terminal.Palette;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** What {@code plimsoll capacity} shows. */
public final class CapacityReport {

  private static final String UNKNOWN = "?";

  private final List<ClusterCapacity> capacities;

  public CapacityReport(List<ClusterCapacity> capacities) {
    this.capacities = List.copyOf(capacities);
  }

  /** Whether every quota and the nodes hold what there is all the time. */
  public boolean fits() {
    return capacities.stream().allMatch(CapacityReport::fits);
  }

  /** A table of workloads for each namespace, then its quotas, then the nodes of the cluster. */
  public String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    for (ClusterCapacity capacity : capacities) {
      for (NamespaceCapacity namespace : capacity.namespaces()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(palette.bold(title(namespace)))
            .append('\n')
            .append(workloads(namespace).render(palette));
        if (!namespace.quotas().isEmpty()) {
          text.append(quotas(namespace).render(palette));
        }
      }
      if (!capacity.nodes().isEmpty()) {
        text.append(nodes(capacity).render(palette));
      }
    }
    return text.isEmpty() ? "Nothing runs pods here.\n" : text.toString();
  }

  /** An object with an array; {@code docs/schema/capacity.schema.json} describes it. */
  public String json() {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberProperty("schemaVersion", 1);
      json.writeArrayPropertyStart("clusters");
      capacities.forEach(capacity -> write(json, capacity));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static String title(NamespaceCapacity namespace) {
    String cluster = namespace.place().cluster();
    return "%s%s, namespace %s"
        .formatted(
            namespace.place().environment(),
            cluster.isEmpty() ? "" : " on " + cluster,
            namespace.namespace());
  }

  private static Table workloads(NamespaceCapacity namespace) {
    Table table =
        new Table(
            "WORKLOAD", "STEADY", "PEAK", "ROLLOUT", "CPU", "MEMORY", "CPU LIMIT", "MEMORY LIMIT");
    for (Demand demand : namespace.demands()) {
      table.row(
          demand.workload().kind() + " " + demand.workload().placed().object().name(),
          pods(demand, Moment.STEADY),
          pods(demand, Moment.PEAK),
          pods(demand, Moment.ROLLOUT),
          amount(demand.each().requests(), "cpu"),
          amount(demand.each().requests(), "memory"),
          amount(demand.each().limits(), "cpu"),
          amount(demand.each().limits(), "memory"));
    }
    for (Moment moment : Moment.values()) {
      Resources total = namespace.total(moment);
      String count = Long.toString(namespace.pods(moment));
      table.row(
          "all, " + label(moment),
          moment == Moment.STEADY ? count : "",
          moment == Moment.PEAK ? count : "",
          moment == Moment.ROLLOUT ? count : "",
          amount(total.requests(), "cpu"),
          amount(total.requests(), "memory"),
          amount(total.limits(), "cpu"),
          amount(total.limits(), "memory"));
    }
    return table;
  }

  private static Table quotas(NamespaceCapacity namespace) {
    Table table = new Table("QUOTA", "RESOURCE", "HARD", "STEADY", "PEAK", "ROLLOUT", "");
    for (QuotaSpec quota : namespace.quotas()) {
      new TreeMap<>(quota.hard().byResource())
          .forEach((resource, hard) ->
              table.row(
                  quota.owner(),
                  resource,
                  AmountText.of(resource, hard),
                  used(namespace, quota, resource, Moment.STEADY),
                  used(namespace, quota, resource, Moment.PEAK),
                  used(namespace, quota, resource, Moment.ROLLOUT),
                  state(namespace, quota, resource)));
    }
    return table;
  }

  private static String state(NamespaceCapacity namespace, QuotaSpec quota, String resource) {
    return namespace.used(quota, resource, Moment.STEADY).isEmpty()
        ? "not counted"
        : state("exceeded", moment -> namespace.exceeds(quota, resource, moment));
  }

  /** What is wrong, with the first moment at which it is; empty if nothing is. */
  private static String state(String what, Predicate<Moment> isWrong) {
    for (Moment moment : Moment.values()) {
      if (isWrong.test(moment)) {
        return moment == Moment.STEADY ? what : what + " at " + label(moment);
      }
    }
    return "";
  }

  private static Table nodes(ClusterCapacity capacity) {
    Table table = new Table("NODES", "RESOURCE", "ALLOCATABLE", "STEADY", "PEAK", "ROLLOUT", "");
    capacity.allocatable().byResource().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          String resource = entry.getKey();
          table.row(
              "all nodes",
              resource,
              AmountText.of(resource, entry.getValue()),
              AmountText.of(resource, capacity.wanted(resource, Moment.STEADY)),
              AmountText.of(resource, capacity.wanted(resource, Moment.PEAK)),
              AmountText.of(resource, capacity.wanted(resource, Moment.ROLLOUT)),
              state("too small", moment -> capacity.exceeds(resource, moment)));
        });
    return table;
  }

  private static boolean fits(ClusterCapacity capacity) {
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (QuotaSpec quota : namespace.quotas()) {
        boolean isHeld =
            quota.hard().byResource().keySet().stream()
                .noneMatch(resource -> namespace.exceeds(quota, resource, Moment.STEADY));
        if (!isHeld) {
          return false;
        }
      }
    }
    return capacity.allocatable().byResource().keySet().stream()
        .noneMatch(resource -> capacity.exceeds(resource, Moment.STEADY));
  }

  private static String used(
      NamespaceCapacity namespace, QuotaSpec quota, String resource, Moment moment) {
    return namespace
        .used(quota, resource, moment)
        .map(used -> AmountText.of(resource, used))
        .orElse(UNKNOWN);
  }

  private static String pods(Demand demand, Moment moment) {
    return demand.isCounted() ? Long.toString(demand.pods(moment)) : "one a node";
  }

  private static String amount(Amounts amounts, String resource) {
    return amounts.get(resource).map(amount -> AmountText.of(resource, amount)).orElse("");
  }

  private static String label(Moment moment) {
    return moment.name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonGenerator json, ClusterCapacity capacity) {
    json.writeStartObject();
    json.writeStringProperty("environment", capacity.place().environment());
    json.writeStringProperty("cluster", capacity.place().cluster());
    json.writeArrayPropertyStart("namespaces");
    capacity.namespaces().forEach(namespace -> write(json, namespace));
    json.writeEndArray();
    json.writeName("allocatable");
    amounts(json, capacity.allocatable());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, NamespaceCapacity namespace) {
    json.writeStartObject();
    json.writeStringProperty("namespace", namespace.namespace());
    json.writeArrayPropertyStart("workloads");
    for (Demand demand : namespace.demands()) {
      json.writeStartObject();
      json.writeStringProperty("kind", demand.workload().kind());
      json.writeStringProperty("name", demand.workload().placed().object().name());
      json.writeBooleanProperty("counted", demand.isCounted());
      json.writeObjectPropertyStart("pods");
      for (Moment moment : Moment.values()) {
        json.writeNumberProperty(label(moment), demand.pods(moment));
      }
      json.writeEndObject();
      json.writeObjectPropertyStart("pod");
      resources(json, demand.each());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("total");
    for (Moment moment : Moment.values()) {
      json.writeObjectPropertyStart(label(moment));
      json.writeNumberProperty("pods", namespace.pods(moment));
      resources(json, namespace.total(moment));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("quotas");
    for (QuotaSpec quota : namespace.quotas()) {
      new TreeMap<>(quota.hard().byResource())
          .forEach((resource, hard) -> {
            json.writeStartObject();
            json.writeStringProperty("quota", quota.owner());
            json.writeStringProperty("resource", resource);
            json.writeNumberProperty("hard", plain(hard));
            json.writeObjectPropertyStart("used");
            for (Moment moment : Moment.values()) {
              json.writeName(label(moment));
              namespace
                  .used(quota, resource, moment)
                  .ifPresentOrElse(used -> json.writeNumber(plain(used)), json::writeNull);
            }
            json.writeEndObject();
            json.writeEndObject();
          });
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void resources(JsonGenerator json, Resources resources) {
    json.writeName("requests");
    amounts(json, resources.requests());
    json.writeName("limits");
    amounts(json, resources.limits());
  }

  private static void amounts(JsonGenerator json, Amounts amounts) {
    json.writeStartObject();
    new TreeMap<>(amounts.byResource())
        .forEach((name, amount) -> json.writeNumberProperty(name, plain(amount)));
    json.writeEndObject();
  }

  /** Bytes are written as such, and not as a power of ten. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
