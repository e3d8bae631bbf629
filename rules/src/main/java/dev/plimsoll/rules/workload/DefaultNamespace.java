package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;

/** Workloads that land in the namespace `default`. */
public final class DefaultNamespace implements Rule {

  private static final RuleId ID = new RuleId("default-namespace");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        boolean isDefault = workload.placed().namespace().equals("default");
        // A chart of a workspace without environments is installed nowhere in particular.
        boolean isMeant =
            workload.placed().object().namespace().isPresent()
                || workload
                    .release()
                    .release()
                    .filter(release -> !release.cell().environment().startsWith("ci/"))
                    .filter(release -> !release.cell().environment().equals("default"))
                    .isPresent();
        if (isDefault && isMeant && !workload.placed().object().isTest()) {
          String message =
              "%s lands in the namespace `default`, whose quotas, policies and rights are everybody's."
                  .formatted(workload.title());
          findings.add(
              findings.at(
                  workload.release(),
                  workload.placed().object().get("metadata", "namespace"),
                  message),
              cluster.cells(workload.release()));
        }
      }
    }
    findings.reportTo(sink);
  }
}
