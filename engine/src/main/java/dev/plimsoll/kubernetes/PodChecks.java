package dev.plimsoll.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the API server checks of a pod: {@code ValidatePodSpec}. */
final class PodChecks {

  private static final Pattern SYSCTL =
      Pattern.compile("(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?");

  private final Demands demands;
  private final VolumeChecks volumes;
  private final ContainerChecks containers;

  PodChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
    this.volumes = new VolumeChecks(demands);
    this.containers = new ContainerChecks(demands);
  }

  /**
   * Checks the {@code spec} of a pod.
   *
   * @param claims the names of further volumes, which the kind brings
   */
  void check(Part spec, Set<String> claims) {
    List<Part> main = spec.list("containers");
    if (main.isEmpty() && spec.get("containers").filter(Part::isList).isPresent()) {
      demands.missing(spec, "containers");
    }
    Set<String> names = new HashSet<>(claims);
    for (Part volume : spec.list("volumes")) {
      volumes.check(volume);
      volume.text("name").ifPresent(names::add);
    }
    demands.distinct(spec.list("volumes"), "name", "volumes");
    List<Part> all = new ArrayList<>(spec.list("initContainers"));
    all.addAll(main);
    for (Part container : spec.list("initContainers")) {
      containers.check(container, names, true);
    }
    for (Part container : main) {
      containers.check(container, names, false);
    }
    demands.distinct(all, "name", "containers");
    hostPorts(spec, main);
    scheduling(spec);
    new AffinityChecks(demands).check(spec);
    names(spec);
  }

  private void names(Part spec) {
    demands.notNegative(spec, "activeDeadlineSeconds");
    demands.range(spec, "activeDeadlineSeconds", 1, Integer.MAX_VALUE);
    demands.name(spec, "serviceAccountName", Names::dnsSubdomain);
    demands.name(spec, "hostname", Names::dnsLabel);
    demands.name(spec, "subdomain", Names::dnsLabel);
    demands.name(spec, "priorityClassName", Names::dnsSubdomain);
    demands.name(spec, "runtimeClassName", Names::dnsSubdomain);
    demands.supported(
        spec, "dnsPolicy", "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
    if (spec.text("dnsPolicy", "").equals("None")
        && spec.at("dnsConfig", "nameservers").isEmpty()) {
      demands.missing(spec, "dnsConfig");
    }
    for (Part alias : spec.list("hostAliases")) {
      alias.get("ip").ifPresent(demands::address);
      for (Part host : alias.list("hostnames")) {
        host.text()
            .flatMap(Names::dnsSubdomain)
            .ifPresent(problem -> demands.invalid(host, problem));
      }
    }
    spec.get("dnsConfig").ifPresent(config -> config.list("nameservers").forEach(demands::address));
    demands.name(spec, "nodeName", Names::dnsSubdomain);
    spec.get("os").ifPresent(system -> demands.supported(system, "name", "linux", "windows"));
    for (Part gate : spec.list("readinessGates")) {
      demands.name(gate, "conditionType", Names::qualifiedName);
    }
    spec.get("securityContext").ifPresent(this::securityContext);
  }

  private void securityContext(Part context) {
    for (String field : List.of("runAsUser", "runAsGroup", "fsGroup")) {
      demands.range(context, field, 0, Integer.MAX_VALUE);
    }
    demands.supported(context, "fsGroupChangePolicy", "Always", "OnRootMismatch");
    context.get("seccompProfile").ifPresent(containers::seccomp);
    for (Part sysctl : context.list("sysctls")) {
      demands.requireText(sysctl, "name");
      sysctl
          .text("name")
          .filter(name -> !SYSCTL.matcher(name).matches())
          .ifPresent(_ ->
              demands.invalid(
                  sysctl.get("name").orElseThrow(), "takes a name such as `net.core.somaxconn`"));
    }
    for (Part group : context.list("supplementalGroups")) {
      group
          .integer()
          .filter(number -> number < 0 || number > Integer.MAX_VALUE)
          .ifPresent(_ -> demands.invalid(group, "must be between 0 and 2147483647"));
    }
    context.get("appArmorProfile").ifPresent(containers::appArmor);
    demands.distinct(context.list("sysctls"), "name", "sysctls");
  }

  /** A port of the host goes to one container. */
  private void hostPorts(Part spec, List<Part> main) {
    boolean hostNetwork = spec.isTrue("hostNetwork");
    Set<String> taken = new HashSet<>();
    for (Part container : main) {
      for (Part port : container.list("ports")) {
        Optional<Long> number = port.integer("hostPort");
        if (number.isEmpty() && hostNetwork) {
          number = port.integer("containerPort");
        } else if (hostNetwork && !number.equals(port.integer("containerPort"))) {
          demands.report(
              ObjectRules.INVALID_PORT,
              port.get("hostPort").orElse(port),
              "With `hostNetwork` the port of the host must be that of the container.");
        }
        String key =
            number.orElse(0L) + "/" + port.text("protocol", "TCP") + "/" + port.text("hostIP", "");
        if (number.isPresent() && number.get() != 0 && !taken.add(key)) {
          Part place = port.get("hostPort").or(() -> port.get("containerPort")).orElse(port);
          demands.duplicate(place, "ports of the host", number.get().toString());
        }
      }
    }
  }

  private void scheduling(Part spec) {
    spec.get("nodeSelector").ifPresent(demands::labels);
    for (Part toleration : spec.list("tolerations")) {
      toleration(toleration);
    }
    for (Part spread : spec.list("topologySpreadConstraints")) {
      demands.range(spread, "maxSkew", 1, Long.MAX_VALUE);
      demands.range(spread, "minDomains", 1, Long.MAX_VALUE);
      demands.requireText(spread, "topologyKey");
      demands.requireText(spread, "whenUnsatisfiable");
      demands.supported(spread, "whenUnsatisfiable", "DoNotSchedule", "ScheduleAnyway");
      spread.get("labelSelector").ifPresent(demands::selector);
      if (spread.has("minDomains")
          && !spread.text("whenUnsatisfiable", "").equals("DoNotSchedule")) {
        demands.invalid(
            spread.get("minDomains").orElseThrow(), "needs `whenUnsatisfiable: DoNotSchedule`");
      }
    }
    Set<List<String>> spreads = new HashSet<>();
    for (Part spread : spec.list("topologySpreadConstraints")) {
      List<String> key =
          List.of(spread.text("topologyKey", ""), spread.text("whenUnsatisfiable", ""));
      if (!spreads.add(key)) {
        demands.duplicate(
            spread.get("topologyKey").orElse(spread), "spread constraints", key.getFirst());
      }
    }
    for (Part claim : spec.list("resourceClaims")) {
      demands.requireText(claim, "name");
    }
  }

  private void toleration(Part toleration) {
    String operator = toleration.text("operator", "Equal");
    String key = toleration.text("key", "");
    toleration
        .text("key")
        .flatMap(Names::qualifiedName)
        .ifPresent(problem ->
            demands.invalid(
                toleration.get("key").orElseThrow(), "is `" + key + "`, but " + problem));
    if (key.isEmpty() && !operator.equals("Exists")) {
      demands.report(
          ObjectRules.INVALID_VALUE,
          toleration.get("operator").orElse(toleration),
          "`%s` has no `key`, so its `operator` must be `Exists`.".formatted(toleration.path()));
    }
    if (operator.equals("Exists") && toleration.text("value").isPresent()) {
      demands.invalid(
          toleration.get("value").orElseThrow(), "must be empty where `operator` is `Exists`");
    }
    if (operator.equals("Equal")) {
      demands.name(toleration, "value", Names::labelValue);
    }
    demands.supported(toleration, "effect", "NoSchedule", "PreferNoSchedule", "NoExecute");
    if (toleration.has("tolerationSeconds") && !toleration.text("effect", "").equals("NoExecute")) {
      demands.report(
          ObjectRules.INVALID_VALUE,
          toleration.get("effect").or(() -> toleration.get("tolerationSeconds")).orElse(toleration),
          "`%s` must be `NoExecute` where `tolerationSeconds` is set."
              .formatted(toleration.path("effect")));
    }
  }

  /** The labels of a template. */
  static Map<String, String> labels(Part template) {
    return template.at("metadata", "labels").map(Demands::texts).orElse(Map.of());
  }
}
