package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workload that does not say which pods are its own: {@code validateMatchSelector} of Helm's
 * lint, which searches the text for the words.
 */
public final class MissingWorkloadSelector extends ReleaseObjectsRule {

  private static final RuleId ID = new RuleId("missing-workload-selector");
  private static final Set<String> KINDS =
      Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");
  private static final Set<String> GROUPS = Set.of("apps", "extensions");

  public MissingWorkloadSelector() {
    super(ID);
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    for (KubernetesObject object : release.objects()) {
      if (isJudged(object) && !hasSelector(object)) {
        String message =
            "The %s `%s` has no `spec.selector` with `matchLabels` or `matchExpressions`, so Kubernetes refuses it."
                .formatted(object.kind(), object.name());
        findings.add(findings.atKey(release, place(object), message), release.cells());
      }
    }
  }

  private static boolean isJudged(KubernetesObject object) {
    return KINDS.contains(object.kind()) && GROUPS.contains(object.group());
  }

  private static boolean hasSelector(KubernetesObject object) {
    Field selector = object.get("spec", "selector");
    return selector.get("matchLabels").exists() || selector.get("matchExpressions").exists();
  }

  private static Field place(KubernetesObject object) {
    return Stream.of(object.get("spec", "selector"), object.get("spec"))
        .filter(Field::exists)
        .findFirst()
        .orElse(object.get("kind"));
  }
}
