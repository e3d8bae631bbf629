package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;

/** A rule on the objects that see each other: those of one environment on one cluster. */
public abstract class ClusterRule implements Rule {

  private final RuleId id;

  protected ClusterRule(RuleId id) {
    this.id = id;
  }

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(id);
    for (ClusterObjects cluster : context.objects().clusters()) {
      check(cluster, findings);
    }
    findings.reportTo(sink);
  }

  /** Looks at one environment on one cluster. */
  protected abstract void check(ClusterObjects cluster, ObjectFindings findings);
}
