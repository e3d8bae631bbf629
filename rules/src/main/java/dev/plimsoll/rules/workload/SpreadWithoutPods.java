package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.LabelSelector;
import dev.plimsoll.manifest.PodTemplate;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A constraint that is to keep pods apart and does not count them. */
public final class SpreadWithoutPods extends ReleaseObjectsRule {

  public SpreadWithoutPods() {
    super(new RuleId("spread-without-pods"));
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    for (KubernetesObject object : release.objects()) {
      object
          .podTemplate()
          .filter(_ -> !object.isTest())
          .ifPresent(pods -> {
            constraints(pods, release, findings);
            antiAffinity(pods, release, findings);
          });
    }
  }

  private static void constraints(
      PodTemplate pods, ReleaseObjects release, ObjectFindings findings) {
    for (Field constraint : pods.spec().get("topologySpreadConstraints").items()) {
      Field selector = constraint.get("labelSelector");
      // What has another type is reported by the schemas of Kubernetes.
      boolean isSelector = !selector.exists() || selector.isMap();
      boolean counts = selector.exists() && LabelSelector.of(selector).matches(pods.labels());
      if (constraint.isMap() && isSelector && !counts) {
        String why =
            selector.exists()
                ? "its `labelSelector` does not match their labels"
                : "it has no `labelSelector`";
        String message =
            "The topologySpreadConstraint does not count the pods of %s: %s, so they may all land in one place."
                .formatted(pods.object().title(), why);
        findings.add(release, selector, message);
      }
    }
  }

  /**
   * Pods may keep away from pods of others, so only what is nearly their own label is a mistake.
   */
  private static void antiAffinity(
      PodTemplate pods, ReleaseObjects release, ObjectFindings findings) {
    for (Field term : antiAffinityTerms(pods)) {
      Field selector = term.get("labelSelector");
      LabelSelector labels = LabelSelector.of(selector);
      boolean isElsewhere =
          term.get("namespaces").exists() || term.get("namespaceSelector").exists();
      if (!isElsewhere && isNearly(labels, pods.labels()) && !selectsAny(labels, release)) {
        String message =
            "The podAntiAffinity of %s does not count its pods: its `labelSelector` does not match their labels, so they may all land in one place."
                .formatted(pods.object().title());
        findings.add(release, selector, message);
      }
    }
  }

  private static List<Field> antiAffinityTerms(PodTemplate pods) {
    Field affinity = pods.spec().get("affinity", "podAntiAffinity");
    List<Field> terms =
        new ArrayList<>(affinity.get("requiredDuringSchedulingIgnoredDuringExecution").items());
    for (Field weighted : affinity.get("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      terms.add(weighted.get("podAffinityTerm"));
    }
    return terms;
  }

  /** Whether labels are meant, but for a letter or two. */
  private static boolean isNearly(LabelSelector selector, Map<String, String> own) {
    boolean isMisspelt = false;
    for (Map.Entry<String, String> wanted : wanted(selector).entrySet()) {
      String value = own.get(wanted.getKey());
      if (wanted.getValue().equals(value)) {
        continue;
      }
      if (value == null || NearestName.of(wanted.getValue(), List.of(value)).isEmpty()) {
        return false;
      }
      isMisspelt = true;
    }
    return isMisspelt;
  }

  /** What {@code matchLabels} and an {@code In} of a single value demand. */
  private static Map<String, String> wanted(LabelSelector selector) {
    Map<String, String> wanted = new TreeMap<>(selector.labels());
    for (LabelSelector.Expression each : selector.expressions()) {
      if (each.operator().equals("In") && each.values().size() == 1) {
        wanted.put(each.key(), each.values().getFirst());
      }
    }
    return wanted;
  }

  private static boolean selectsAny(LabelSelector selector, ReleaseObjects release) {
    return release.objects().stream()
        .flatMap(object -> object.podTemplate().stream())
        .anyMatch(pods -> selector.matches(pods.labels()));
  }
}
