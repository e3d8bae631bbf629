package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Trace;

/** Notes what a decision was made on, and about which output and variables. */
final class Decision {

  private final Execution execution;
  private final Site site;
  private final Trace tested;
  private final Trace outer;
  private final int start;

  /** The decision is made; what it is about follows. */
  Decision(Execution execution, Site site, Trace tested) {
    this.execution = execution;
    this.site = site;
    this.tested = tested;
    this.outer = execution.control;
    this.start = execution.written();
    execution.control = outer.and(tested);
  }

  /**
   * What the decision was about has been executed.
   *
   * @param assigned variables that may be what they are because of the decision
   */
  void end(Frame frame, boolean isTaken, int[] assigned) {
    execution.control = outer;
    if (tested.isNone()) {
      return;
    }
    execution.noteControl(start, site, tested, isTaken);
    for (int slot : assigned) {
      GoValue value = frame.get(slot);
      if (value != null) {
        frame.setItem(slot, value.because(tested), frame.isInterface(slot));
      }
    }
  }
}
