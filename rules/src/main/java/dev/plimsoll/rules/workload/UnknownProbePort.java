package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rules.network.PortNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A probe on a port that its container does not have. */
public final class UnknownProbePort extends ClusterRule {

  private static final RuleId NAMED = new RuleId("unknown-probe-port");
  private static final RuleId NUMBERED = new RuleId("undeclared-probe-port");

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "grpc");

  private final boolean ofNumbers;

  private UnknownProbePort(RuleId id, boolean ofNumbers) {
    super(id);
    this.ofNumbers = ofNumbers;
  }

  /** For names: such a probe always fails. */
  public static Rule named() {
    return new UnknownProbePort(NAMED, false);
  }

  /** For numbers: such a probe works if the program listens there. */
  public static Rule numbered() {
    return new UnknownProbePort(NUMBERED, true);
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      for (Container container : workload.pods().allContainers()) {
        for (String probe : PROBES) {
          for (String handler : HANDLERS) {
            Field port = container.get(probe, handler, "port");
            unknown(container, port)
                .map(why ->
                    findings.at(
                        workload.release(),
                        port,
                        "The %s of %s of %s asks port `%s`, and %s."
                            .formatted(
                                probe,
                                container.title(),
                                workload.title(),
                                port.text().orElse(""),
                                why),
                        ofNumbers
                            ? Optional.empty()
                            : PortNames.meant(port, PortNames.of(container))))
                .ifPresent(found -> findings.add(found, cluster.cells(workload.release())));
          }
        }
      }
    }
  }

  /** What is wrong with a port; empty if it is one of the container's, or none are declared. */
  private Optional<String> unknown(Container container, Field port) {
    Optional<String> wanted = port.text();
    if (wanted.isEmpty() || port.integer().isPresent() != ofNumbers) {
      return Optional.empty();
    }
    List<String> names = PortNames.of(container);
    List<String> numbers = new ArrayList<>();
    for (Field declared : container.get("ports").items()) {
      declared.get("containerPort").text().ifPresent(numbers::add);
    }
    if (ofNumbers) {
      return numbers.isEmpty() || numbers.contains(wanted.get())
          ? Optional.empty()
          : Optional.of("its ports are " + String.join(", ", numbers));
    }
    if (names.contains(wanted.get())) {
      return Optional.empty();
    }
    return Optional.of(
        names.isEmpty()
            ? "none of its ports has a name"
            : "its ports are called " + String.join(", ", names));
  }
}
