package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.PodTemplate;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.Optional;

/** Pods that are given an API token, and nobody has said whether they need one. */
public final class MountedServiceAccountToken extends ReleaseObjectsRule {

  private static final String MOUNT = "automountServiceAccountToken";
  private static final String DEFAULT_ACCOUNT = "default";

  public MountedServiceAccountToken() {
    super(new RuleId("mounted-service-account-token"));
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    for (KubernetesObject object : release.objects()) {
      Optional<PodTemplate> pods = object.podTemplate().filter(_ -> !object.isTest());
      if (pods.isEmpty()) {
        continue;
      }
      Field spec = pods.get().spec();
      if (!spec.get(MOUNT).exists() && !isRefusedByAccount(spec, object, release)) {
        String message =
            "The pods of %s are given an API token without being asked whether they need one."
                .formatted(object.title());
        findings.add(release, spec.get(MOUNT), message);
      }
    }
  }

  /** What the pod leaves open, its account decides. */
  private static boolean isRefusedByAccount(
      Field spec, KubernetesObject workload, ReleaseObjects release) {
    String account =
        spec.get("serviceAccountName")
            .text()
            .or(() -> spec.get("serviceAccount").text())
            .filter(name -> !name.isEmpty())
            .orElse(DEFAULT_ACCOUNT);
    return release.objects().stream()
        .filter(object -> object.group().isEmpty() && object.kind().equals("ServiceAccount"))
        .filter(object -> object.name().equals(account))
        .filter(object -> release.namespaceOf(object).equals(release.namespaceOf(workload)))
        .anyMatch(object -> object.get(MOUNT).isFalse());
  }
}
