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

/** A rule on objects of API versions that come to an end. */
abstract class ApiVersionRule extends ReleaseObjectsRule {

  ApiVersionRule(String id) {
    super(new RuleId(id));
  }

  @Override
  protected final void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    Capabilities known = Capabilities.of(settings.helm());
    KubeVersion version = release.kubernetes().orElse(known.kube());
    int minor = ApiLifecycles.minor(version);
    for (KubernetesObject object : release.objects()) {
      ApiLifecycles.of(object.apiVersion(), object.kind())
          .filter(lifecycle -> concerns(object, lifecycle, minor, known))
          .ifPresent(lifecycle ->
              findings.add(release, object.get("apiVersion"), message(object, lifecycle)));
    }
  }

  /**
   * Whether the rule speaks of the end of an object's API version.
   *
   * @param minor of the Kubernetes 1 that the object goes to
   * @param known what templates are told of it
   */
  abstract boolean concerns(
      KubernetesObject object, Lifecycle lifecycle, int minor, Capabilities known);

  /** When the end comes, without a full stop. */
  abstract String when(Lifecycle lifecycle);

  private String message(KubernetesObject object, Lifecycle lifecycle) {
    String replacement = lifecycle.replacement();
    return "`%s` %s %s%s."
        .formatted(
            object.apiVersion(),
            object.kind(),
            when(lifecycle),
            replacement.isEmpty() ? "" : "; use `" + replacement + "`");
  }
}
