package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.Map;
import java.util.TreeMap;

/** A liveness probe that asks the same as the readiness probe, no more patiently. */
public final class IdenticalProbes extends ClusterRule {

  /** What the API server fills in. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          ".failureThreshold", "3",
          ".initialDelaySeconds", "0",
          ".periodSeconds", "10",
          ".successThreshold", "1",
          ".timeoutSeconds", "1");

  public IdenticalProbes() {
    super(new RuleId("identical-probes"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      for (Container container : workload.pods().containers()) {
        Field live = container.get("livenessProbe");
        Field ready = container.get("readinessProbe");
        if (live.exists() && ready.exists() && asked(live).equals(asked(ready))) {
          String message =
              "The livenessProbe of %s of %s asks the same as its readinessProbe, as often: whatever makes it unready also restarts it."
                  .formatted(container.title(), workload.title());
          findings.add(cluster, workload.release(), live, message);
        }
      }
    }
  }

  private static Map<String, String> asked(Field probe) {
    Map<String, String> asked = new TreeMap<>(DEFAULTS);
    collect(probe, "", asked);
    return asked;
  }

  private static void collect(Field field, String path, Map<String, String> asked) {
    field.text().ifPresent(text -> asked.put(path, text));
    field.items().forEach(item -> collect(item, path + item.key(), asked));
    field.fields().forEach(child -> collect(child, path + "." + child.key(), asked));
  }
}
