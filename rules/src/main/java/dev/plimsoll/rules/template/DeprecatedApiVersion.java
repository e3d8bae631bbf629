package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.kubernetes.ApiLifecycles;
import dev.plimsoll.kubernetes.ApiLifecycles.Lifecycle;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;

/** An object of an API version that the Kubernetes of its cluster deprecates or has removed. */
public final class DeprecatedApiVersion extends ReleaseObjectsRule {

  private static final RuleId ID = new RuleId("deprecated-api-version");

  public DeprecatedApiVersion() {
    super(ID);
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    KubeVersion otherwise = Capabilities.of(settings.helm()).kube();
    int minor = ApiLifecycles.minor(release.kubernetes().orElse(otherwise));
    for (KubernetesObject object : release.objects()) {
      ApiLifecycles.of(object.apiVersion(), object.kind())
          .filter(lifecycle -> minor >= lifecycle.deprecated())
          .ifPresent(lifecycle ->
              findings.add(release, object.get("apiVersion"), message(object, lifecycle, minor)));
    }
  }

  private static String message(KubernetesObject object, Lifecycle lifecycle, int minor) {
    String what = "`%s` %s".formatted(object.apiVersion(), object.kind());
    String when =
        minor >= lifecycle.removed()
            ? what
                + " is gone since Kubernetes 1."
                + lifecycle.removed()
                + ", so a cluster of 1."
                + minor
                + " refuses the object"
            : what
                + " is deprecated since Kubernetes 1."
                + lifecycle.deprecated()
                + " and gone in 1."
                + lifecycle.removed();
    return lifecycle.replacement().isEmpty()
        ? when + "."
        : when + "; use `" + lifecycle.replacement() + "`.";
  }
}
