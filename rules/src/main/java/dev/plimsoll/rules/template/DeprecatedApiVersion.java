package dev.plimsoll.rules.template;

import dev.plimsoll.kubernetes.ApiLifecycles.Lifecycle;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Capabilities;

/** An object of an API version that the Kubernetes of its cluster deprecates. */
public final class DeprecatedApiVersion extends ApiVersionRule {

  public DeprecatedApiVersion() {
    super("deprecated-api-version");
  }

  @Override
  boolean concerns(KubernetesObject object, Lifecycle lifecycle, int minor, Capabilities known) {
    return minor >= lifecycle.deprecated() && minor < lifecycle.removed();
  }

  @Override
  String when(Lifecycle lifecycle) {
    return "is deprecated since Kubernetes 1.%d and gone in 1.%d"
        .formatted(lifecycle.deprecated(), lifecycle.removed());
  }
}
