package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.values.HelmVersion;
import java.util.List;

/**
 * A rule on the objects of single releases, and of files. What it says of a release stays said
 * until that is rendered otherwise.
 */
public abstract class ReleaseObjectsRule implements Rule {

  private final RuleId id;
  private final Remembered<ReleaseObjects, List<Diagnostic>> known = new Remembered<>();

  protected ReleaseObjectsRule(RuleId id) {
    this.id = id;
  }

  /**
   * What decides beside the objects.
   *
   * @param helm the Helm that the project models
   * @param parameters the rule's settings, defaults filled in
   */
  public record Settings(HelmVersion helm, RuleParameters parameters) {}

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final synchronized void check(RuleContext context, DiagnosticSink sink) {
    Settings settings = new Settings(context.helm(), context.parameters());
    known.nextAnalysis(settings);
    Findings findings = new Findings();
    for (ReleaseObjects release : context.objects().releases()) {
      findings.addAll(known.of(release, () -> found(release, settings)));
    }
    findings.reportTo(sink);
  }

  private List<Diagnostic> found(ReleaseObjects release, Settings settings) {
    ObjectFindings findings = new ObjectFindings(id);
    check(release, settings, findings);
    return findings.toList();
  }

  /** Looks at one release, and at nothing else. */
  protected abstract void check(ReleaseObjects release, Settings settings, ObjectFindings findings);
}
