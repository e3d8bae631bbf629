package dev.plimsoll.kubernetes;

import java.util.function.Consumer;

/** What the API server checks of its own kinds beyond their schemas. */
final class ServerChecks {

  private final int minor;
  private final Consumer<Violation> sink;

  ServerChecks(int minor, Consumer<Violation> sink) {
    this.minor = minor;
    this.sink = sink;
  }

  void check(ApiResource resource, Part object) {
    switch (ApiResource.group(resource.apiVersion())) {
      case "" -> core(resource.kind(), object);
      case "apps", "batch" -> new WorkloadChecks(minor, sink).check(resource.kind(), object);
      case "networking.k8s.io" -> new NetworkChecks(minor, sink).check(resource.kind(), object);
      case "autoscaling", "policy" -> new ScalingChecks(minor, sink).check(resource.kind(), object);
      case "rbac.authorization.k8s.io" ->
          new RbacChecks(minor, sink).check(resource.kind(), object);
      case "admissionregistration.k8s.io", "storage.k8s.io", "scheduling.k8s.io" ->
          new ClusterChecks(minor, sink).check(resource.kind(), object);
      default -> {
        // No more than the schema is known of others.
      }
    }
  }

  private void core(String kind, Part object) {
    switch (kind) {
      case "Pod", "PodTemplate", "ReplicationController" ->
          new WorkloadChecks(minor, sink).check(kind, object);
      case "Service" -> new ServiceChecks(minor, sink).check(object);
      case "ConfigMap", "Secret" -> new DataChecks(minor, sink).check(kind, object);
      default -> new StorageChecks(minor, sink).check(kind, object);
    }
  }
}
