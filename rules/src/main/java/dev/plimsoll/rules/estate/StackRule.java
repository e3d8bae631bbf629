package dev.plimsoll.rules.estate;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** A rule on single stacks of layers: what it says of one stays said until a layer changes. */
public abstract class StackRule implements Rule {

  private final EstateShelf shelf;
  private final Remembered<LayerStack.Key, List<Diagnostic>> known = new Remembered<>();

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  protected StackRule(EstateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public final synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis(context.helm());
    Findings findings = new Findings();
    for (LayerStack stack : shelf.stacks(context.estate())) {
      findings.addAll(known.of(stack.key(), () -> found(stack)));
    }
    findings.reportTo(sink);
  }

  private List<Diagnostic> found(LayerStack stack) {
    Findings findings = new Findings();
    check(stack, findings);
    return findings.toList();
  }

  /** Looks at one stack and its chart, and at nothing else. */
  protected abstract void check(LayerStack stack, Findings findings);
}
