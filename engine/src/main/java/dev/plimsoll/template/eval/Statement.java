package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.Site;

/** A part of a template that may write output. Shared by threads. */
abstract class Statement {

  /** The next statement follows. */
  static final int NEXT = 0;

  /** The innermost {@code range} ends. */
  static final int BREAK = 1;

  /** The innermost {@code range} goes on with the next item. */
  static final int CONTINUE = 2;

  final Site site;

  Statement(Site site) {
    this.site = site;
  }

  /** Executes; returns how the execution goes on. */
  abstract int execute(Execution execution, Frame frame);
}
