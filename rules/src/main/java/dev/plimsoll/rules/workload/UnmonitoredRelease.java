package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A release that answers requests, and whose metrics nobody collects. */
public final class UnmonitoredRelease implements Rule {

  private static final RuleId ID = new RuleId("unmonitored-release");

  private static final Set<String> MONITORS =
      Set.of(
          "ServiceMonitor",
          "PodMonitor",
          "Probe",
          "PodMonitoring",
          "VMServiceScrape",
          "VMPodScrape");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
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
    findings.reportTo(sink);
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
