package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Remembered;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import java.util.ArrayList;
import java.util.List;

/** A rule on single renders: what it says of one stays said until the render changes. */
public abstract class RenderRule implements Rule {

  private final Remembered<ReleaseObjects, List<Diagnostic>> known = new Remembered<>();

  @Override
  public final synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis(context.parameters());
    Findings findings = new Findings();
    for (ReleaseObjects objects : context.objects().releases()) {
      RenderedRelease.of(objects)
          .ifPresent(release ->
              known
                  .of(objects, () -> found(release, context.parameters()))
                  .forEach(found -> findings.add(found, found.affects())));
    }
    findings.reportTo(sink);
  }

  private List<Diagnostic> found(RenderedRelease release, RuleParameters parameters) {
    Findings findings = new Findings();
    check(release, parameters, findings);
    List<Diagnostic> found = new ArrayList<>();
    findings.reportTo(found::add);
    return List.copyOf(found);
  }

  /** Looks at one render, and at nothing else. */
  abstract void check(RenderedRelease release, RuleParameters parameters, Findings findings);
}
