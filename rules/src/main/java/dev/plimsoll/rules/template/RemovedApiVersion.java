package dev.plimsoll.rules.template;

import dev.plimsoll.kubernetes.ApiLifecycles.Lifecycle;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.template.origin.Dependencies;
import dev.plimsoll.template.value.Source;
import java.util.stream.Stream;

/** An object of an API version that the Kubernetes of its cluster no longer has. */
public final class RemovedApiVersion extends ApiVersionRule {

  private static final Source API_VERSIONS = new Source.BuiltIn(".Capabilities.APIVersions");

  public RemovedApiVersion() {
    super("removed-api-version");
  }

  @Override
  boolean concerns(KubernetesObject object, Lifecycle lifecycle, int minor, Capabilities known) {
    return minor >= lifecycle.removed() && !isForLackOfKnowledge(object, lifecycle, known);
  }

  /**
   * Whether the template asks the cluster for its API versions, and gets this one only because Helm
   * without a cluster does not know the one that replaces it.
   */
  private static boolean isForLackOfKnowledge(
      KubernetesObject object, Lifecycle lifecycle, Capabilities known) {
    Field apiVersion = object.get("apiVersion");
    return !lifecycle.replacement().isEmpty()
        && !known.apiVersions().contains(lifecycle.replacement())
        && asksForApiVersions(apiVersion.dependencies());
  }

  private static boolean asksForApiVersions(Dependencies dependencies) {
    return Stream.concat(dependencies.data().stream(), dependencies.control().stream())
        .anyMatch(API_VERSIONS::equals);
  }

  @Override
  String when(Lifecycle lifecycle) {
    return "is gone since Kubernetes 1.%d, so the cluster refuses the object"
        .formatted(lifecycle.removed());
  }
}
