package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.Site;

/** Statements one after the other. */
final class Block extends Statement {

  private final Statement[] statements;

  Block(Site site, Statement[] statements) {
    super(site);
    this.statements = statements;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    for (Statement statement : statements) {
      execution.step();
      int next = statement.execute(execution, frame);
      if (next != NEXT) {
        return next;
      }
    }
    return NEXT;
  }
}
