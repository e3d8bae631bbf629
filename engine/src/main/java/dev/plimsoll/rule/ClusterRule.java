package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Remembered;
import java.util.List;

/**
 * A rule on the objects that see each other: those of one environment on one cluster. What it says
 * of a place stays said until something there changes.
 */
public abstract class ClusterRule implements Rule {

  private final RuleId id;
  private final Remembered<ClusterObjects, List<Diagnostic>> known = new Remembered<>();

  protected ClusterRule(RuleId id) {
    this.id = id;
  }

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis();
    Findings findings = new Findings();
    for (ClusterObjects cluster : context.objects().clusters()) {
      findings.addAll(known.of(cluster, () -> found(cluster)));
    }
    findings.reportTo(sink);
  }

  private List<Diagnostic> found(ClusterObjects cluster) {
    ObjectFindings findings = new ObjectFindings(id);
    check(cluster, findings);
    return findings.toList();
  }

  /** Looks at one environment on one cluster, and at nothing else. */
  protected abstract void check(ClusterObjects cluster, ObjectFindings findings);
}
