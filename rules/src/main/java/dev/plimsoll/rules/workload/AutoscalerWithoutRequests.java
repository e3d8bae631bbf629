package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.List;

/** An autoscaler that measures a share of requests which containers do not make. */
public final class AutoscalerWithoutRequests extends ClusterRule {

  public AutoscalerWithoutRequests() {
    super(new RuleId("autoscaler-without-requests"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      workload.autoscaler().ifPresent(scaler -> check(workload, scaler, cluster, findings));
    }
  }

  private static void check(
      Workload workload, Placed scaler, ClusterObjects cluster, ObjectFindings findings) {
    for (Field metric : scaler.object().get("spec", "metrics").items()) {
      boolean isShare = metric.get("resource", "target", "averageUtilization").exists();
      String resource = metric.get("resource", "name").text().orElse("");
      for (Container container : isShare ? workload.pods().containers() : List.<Container>of()) {
        Field request = container.get("resources", "requests", resource);
        boolean isGiven =
            request.exists() || container.get("resources", "limits", resource).exists();
        if (!isGiven) {
          String message =
              "%s scales by the use of %s as a share of what is requested, and %s of %s requests none, so it cannot scale."
                  .formatted(
                      scaler.object().title(), resource, container.title(), workload.title());
          findings.add(cluster, workload.release(), request, message);
        }
      }
    }
  }
}
