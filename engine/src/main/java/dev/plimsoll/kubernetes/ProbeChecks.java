package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.regex.Pattern;

/** What the API server checks of probes and of hooks of the lifecycle. */
final class ProbeChecks {

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> PROBE_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> HOOK_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "sleep");

  private static final Pattern HEADER = Pattern.compile("[-A-Za-z0-9]+");

  private final Demands demands;

  ProbeChecks(Demands demands) {
    this.demands = demands;
  }

  /**
   * Checks the probes of a container.
   *
   * @param endsFirst whether the container ends before the others start
   */
  void check(Part container, boolean endsFirst) {
    for (String name : PROBES) {
      container.get(name).ifPresent(probe -> probe(name, probe, endsFirst));
    }
    container
        .get("lifecycle")
        .ifPresent(lifecycle -> {
          if (endsFirst) {
            forbidden(lifecycle);
          }
          for (String hook : List.of("postStart", "preStop")) {
            lifecycle
                .get(hook)
                .ifPresent(part -> {
                  demands.exactlyOne(part, HOOK_HANDLERS, "handler");
                  handler(part);
                  part.get("sleep").ifPresent(sleep -> demands.notNegative(sleep, "seconds"));
                });
          }
        });
  }

  private void forbidden(Part part) {
    demands.report(
        Violation.atKey(
            ObjectRules.CONFLICTING_FIELDS,
            part,
            "`%s` must not be set for an init container that does not restart `Always`."
                .formatted(part.path())));
  }

  private void probe(String name, Part probe, boolean endsFirst) {
    if (endsFirst) {
      forbidden(probe);
      return;
    }
    demands.exactlyOne(probe, PROBE_HANDLERS, "handler");
    handler(probe);
    demands.notNegative(
        probe,
        "initialDelaySeconds",
        "timeoutSeconds",
        "periodSeconds",
        "failureThreshold",
        "successThreshold");
    boolean isReadiness = name.equals("readinessProbe");
    if (!isReadiness) {
      probe
          .integer("successThreshold")
          .filter(value -> value > 1)
          .ifPresent(
              _ -> demands.invalid(probe.get("successThreshold").orElseThrow(), "must be 1"));
    }
    if (isReadiness && probe.has("terminationGracePeriodSeconds")) {
      demands.invalid(
          probe.get("terminationGracePeriodSeconds").orElseThrow(),
          "must not be set for a readiness probe");
    }
    demands.range(probe, "terminationGracePeriodSeconds", 1, Long.MAX_VALUE);
  }

  private void handler(Part parent) {
    parent
        .get("httpGet")
        .ifPresent(http -> {
          demands.portOrName(http, "port");
          demands.supported(http, "scheme", "HTTP", "HTTPS");
          for (Part header : http.list("httpHeaders")) {
            header
                .text("name")
                .filter(name -> !HEADER.matcher(name).matches())
                .ifPresent(_ ->
                    demands.invalid(
                        header.get("name").orElseThrow(), "takes letters, digits and hyphens"));
          }
        });
    parent.get("tcpSocket").ifPresent(socket -> demands.portOrName(socket, "port"));
    parent.get("grpc").ifPresent(grpc -> demands.port(grpc, "port"));
    parent
        .get("exec")
        .filter(exec -> exec.list("command").isEmpty())
        .ifPresent(exec -> demands.missing(exec, "command"));
  }
}
