package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A release that answers requests, and whose metrics nobody collects. */
public final class UnmonitoredRelease extends ClusterRule {

  private static final Set<String> MONITORS =
      Set.of(
          "ServiceMonitor",
          "PodMonitor",
          "Probe",
          "PodMonitoring",
          "VMServiceScrape",
          "VMPodScrape");

  public UnmonitoredRelease() {
    super(new RuleId("unmonitored-release"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    Set<ReleaseObjects> done = new HashSet<>();
    for (Workload workload : cluster.workloads()) {
      ReleaseObjects release = workload.release();
      boolean isServing = workload.isReplicated() && !workload.services().isEmpty();
      if (isServing && !isMonitored(release) && done.add(release)) {
        String message =
            "Nobody collects metrics of the release of %s: it has no ServiceMonitor, PodMonitor or `prometheus.io/scrape` annotation."
                .formatted(workload.title());
        findings.add(
            findings.atMissing(
                release, "ServiceMonitor", workload.pods().field().get("metadata"), message),
            cluster.cells(release));
      }
    }
  }

  private static boolean isMonitored(ReleaseObjects release) {
    return release.objects().stream()
        .anyMatch(object ->
            MONITORS.contains(object.kind())
                || isScraped(object.annotations())
                || object.podTemplate().filter(pods -> isScraped(pods.annotations())).isPresent());
  }

  private static boolean isScraped(Map<String, String> annotations) {
    return annotations.keySet().stream()
        .anyMatch(key -> key.endsWith("/scrape") || key.startsWith("ad.datadoghq.com/"));
  }
}
