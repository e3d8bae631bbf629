package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.source.Location;
import java.util.Optional;

/** Workloads that land in the namespace `default`. */
public final class DefaultNamespace extends ClusterRule {

  public DefaultNamespace() {
    super(new RuleId("default-namespace"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      if (workload.placed().namespace().equals("default") && !workload.placed().object().isTest()) {
        check(workload, cluster, findings);
      }
    }
  }

  /** Where nobody says a namespace, it is only what we had to render with. */
  private static void check(Workload workload, ClusterObjects cluster, ObjectFindings findings) {
    Optional<Location> place =
        workload.release().release().flatMap(ReleaseInstance::namespacePlace);
    boolean isFile = workload.release().release().isEmpty();
    Field namespace = workload.placed().object().get("metadata", "namespace");
    if (place.isEmpty() && !(isFile && namespace.exists())) {
      return;
    }
    String message =
        "%s lands in the namespace `default`, whose quotas, policies and rights are everybody's."
            .formatted(workload.title());
    Diagnostic found = findings.at(workload.release(), namespace, message);
    findings.add(
        place.map(said -> found.withLocation(said).withPrecision(Precision.EXACT)).orElse(found),
        cluster.cells(workload.release()));
  }
}
