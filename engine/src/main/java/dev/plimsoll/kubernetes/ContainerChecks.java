package dev.plimsoll.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the API server checks of a container. */
final class ContainerChecks {

  private static final List<String> VALUE_SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
  private static final Set<String> POD_FIELDS =
      Set.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.ephemeral-storage",
          "limits.memory",
          "requests.cpu",
          "requests.ephemeral-storage",
          "requests.memory");
  private static final Pattern POD_MAP_ENTRY =
      Pattern.compile("metadata\\.(?:annotations|labels)\\['.+'\\]");

  private static final Pattern RESOURCE =
      Pattern.compile("(?:limits|requests)\\.(?:cpu|memory|ephemeral-storage|hugepages-.*)");

  private final Demands demands;
  private final VolumeChecks volumes;
  private final ResourceChecks resources;
  private final ProbeChecks probes;

  ContainerChecks(Demands demands) {
    this.demands = demands;
    this.volumes = new VolumeChecks(demands);
    this.resources = new ResourceChecks(demands);
    this.probes = new ProbeChecks(demands);
  }

  void check(Part container, Set<String> volumeNames, boolean isInit) {
    demands.requireText(container, "name");
    demands.name(container, "name", Names::dnsLabel);
    demands.require(container, "image");
    demands.supported(container, "imagePullPolicy", "Always", "IfNotPresent", "Never");
    demands.supported(container, "terminationMessagePolicy", "File", "FallbackToLogsOnError");
    ports(container);
    container.list("env").forEach(this::variable);
    container.list("envFrom").forEach(this::variables);
    mounts(container, volumeNames);
    container.get("resources").ifPresent(resources::check);
    container.get("securityContext").ifPresent(this::securityContext);
    if (isInit) {
      demands.supported(container, "restartPolicy", "Always", "Never", "OnFailure");
    }
    probes.check(container, isInit && !container.text("restartPolicy", "").equals("Always"));
  }

  private void ports(Part container) {
    for (Part port : container.list("ports")) {
      demands.port(port, "containerPort");
      port.get("hostPort")
          .filter(number -> number.integer().filter(value -> value == 0).isEmpty())
          .ifPresent(_ -> demands.port(port, "hostPort"));
      port.get("name")
          .ifPresent(name ->
              name.text()
                  .filter(text -> !text.isEmpty())
                  .flatMap(Names::portName)
                  .ifPresent(problem -> portName(name, problem)));
    }
    demands.distinct(container.list("ports"), "name", "ports");
  }

  private void portName(Part name, String problem) {
    demands.report(
        ObjectRules.INVALID_PORT,
        name,
        "Kubernetes refuses the name `%s` for a port: it %s."
            .formatted(ScalarCheck.shown(name.text().orElse("")), problem));
  }

  private void variable(Part variable) {
    demands.requireText(variable, "name");
    demands.name(variable, "name", demands.isSince(32) ? Names::variable : Names::plainVariable);
    Optional<Part> source = variable.get("valueFrom");
    if (source.isEmpty()) {
      return;
    }
    if (variable.text("value").isPresent()) {
      demands.report(
          Violation.atKey(
              ObjectRules.CONFLICTING_FIELDS,
              source.get(),
              "`%s` has both `value` and `valueFrom`.".formatted(variable.path())));
    }
    demands.exactlyOne(source.get(), VALUE_SOURCES, "source");
    source
        .get()
        .get("fieldRef")
        .flatMap(reference -> reference.get("fieldPath"))
        .ifPresent(this::podField);
    source
        .get()
        .get("resourceFieldRef")
        .ifPresent(reference ->
            reference
                .text("resource")
                .filter(text -> !RESOURCE.matcher(text).matches())
                .ifPresent(text ->
                    demands.report(
                        ScalarCheck.unsupported(
                            reference.get("resource").orElseThrow(), text, RESOURCES))));
    for (String kind : List.of("configMapKeyRef", "secretKeyRef")) {
      source
          .get()
          .get(kind)
          .ifPresent(reference -> {
            demands.requireText(reference, "key");
            demands.name(reference, "key", Names::dataKey);
            // Without a name it is an empty one, which no object has.
            demands.require(reference, "name");
            demands.name(reference, "name", Names::dnsSubdomain);
          });
    }
  }

  private void podField(Part path) {
    String text = path.text().orElse("");
    boolean isMap = POD_MAP_ENTRY.matcher(text).matches();
    if (text.isEmpty() || POD_FIELDS.contains(text) || isMap || text.equals("spec.host")) {
      return;
    }
    demands.report(ScalarCheck.unsupported(path, text, POD_FIELDS.stream().sorted().toList()));
  }

  private void variables(Part source) {
    demands.exactlyOne(source, List.of("configMapRef", "secretRef"), "source");
    demands.name(source, "prefix", Names::variable);
    for (String kind : List.of("configMapRef", "secretRef")) {
      source
          .get(kind)
          .ifPresent(reference -> {
            demands.require(reference, "name");
            demands.name(reference, "name", Names::dnsSubdomain);
          });
    }
  }

  private void mounts(Part container, Set<String> volumeNames) {
    Set<String> paths = new HashSet<>();
    for (Part mount : container.list("volumeMounts")) {
      demands.requireText(mount, "name");
      demands.requireText(mount, "mountPath");
      mount
          .text("name")
          .filter(name -> !volumeNames.contains(name))
          .ifPresent(name -> noVolume(mount.get("name").orElseThrow(), name, volumeNames));
      mount
          .text("mountPath")
          .filter(path -> !paths.add(path))
          .ifPresent(
              path -> demands.duplicate(mount.get("mountPath").orElseThrow(), "mounts at", path));
      volumes.path(mount, "subPath");
      volumes.path(mount, "subPathExpr");
      demands.atMostOne(
          mount, List.of("subPath", "subPathExpr"), "more than one path in the volume");
      demands.supported(mount, "mountPropagation", "None", "HostToContainer", "Bidirectional");
      boolean isPrivileged =
          container.get("securityContext").filter(part -> part.isTrue("privileged")).isPresent();
      if (mount.text("mountPropagation", "").equals("Bidirectional") && !isPrivileged) {
        demands.invalid(
            mount.get("mountPropagation").orElseThrow(), "needs a privileged container");
      }
    }
    for (Part device : container.list("volumeDevices")) {
      device
          .text("name")
          .filter(name -> !volumeNames.contains(name))
          .ifPresent(name -> noVolume(device.get("name").orElseThrow(), name, volumeNames));
    }
  }

  private void noVolume(Part place, String name, Set<String> known) {
    Optional<String> meant =
        dev.plimsoll.diagnostic.NearestName.of(name, known.stream().sorted().toList());
    demands.report(
        Violation.at(
                ObjectRules.UNKNOWN_VOLUME,
                place,
                "The pod has no volume `%s`.%s"
                    .formatted(name, meant.map(near -> " Did you mean `" + near + "`?").orElse("")))
            .withMeant(meant));
  }

  private void securityContext(Part context) {
    demands.range(context, "runAsUser", 0, Integer.MAX_VALUE);
    demands.range(context, "runAsGroup", 0, Integer.MAX_VALUE);
    demands.supported(context, "procMount", "Default", "Unmasked");
    boolean forbids =
        context
            .get("allowPrivilegeEscalation")
            .flatMap(Part::bool)
            .filter(value -> !value)
            .isPresent();
    boolean isAdministrator =
        context.get("capabilities").stream()
            .flatMap(capabilities -> capabilities.list("add").stream())
            .anyMatch(item -> item.text().filter("CAP_SYS_ADMIN"::equals).isPresent());
    if (forbids && (context.isTrue("privileged") || isAdministrator)) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          context.get("allowPrivilegeEscalation").orElseThrow(),
          "`%s` is false, although the container is %s."
              .formatted(
                  context.path("allowPrivilegeEscalation"),
                  isAdministrator ? "given `CAP_SYS_ADMIN`" : "privileged"));
    }
    context.get("seccompProfile").ifPresent(this::seccomp);
    context.get("appArmorProfile").ifPresent(this::appArmor);
  }

  /** An AppArmor profile, of a container or a pod. */
  void appArmor(Part profile) {
    demands.supported(profile, "type", "Localhost", "RuntimeDefault", "Unconfined");
    if (profile.text("type", "").equals("Localhost")) {
      demands.require(profile, "localhostProfile");
    }
  }

  /** A seccomp profile, of a container or a pod. */
  void seccomp(Part profile) {
    demands.supported(profile, "type", "Localhost", "RuntimeDefault", "Unconfined");
    boolean isLocal = profile.text("type", "").equals("Localhost");
    if (isLocal) {
      demands.require(profile, "localhostProfile");
    } else if (profile.has("localhostProfile")) {
      demands.invalid(
          profile.get("localhostProfile").orElseThrow(),
          "must only be set where `type` is `Localhost`");
    }
  }
}
