package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.Site;

/** {@code break} or {@code continue}. */
final class Jump extends Statement {

  private final int next;

  Jump(Site site, int next) {
    super(site);
    this.next = next;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    return next;
  }
}
