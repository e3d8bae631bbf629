package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;

/**
 * A node of a checked expression. Names are resolved and macros expanded; a node evaluates itself.
 */
public sealed interface Expr
    permits And,
        Call,
        Comprehension,
        Conditional,
        Global,
        ListCreation,
        Literal,
        Local,
        MapCreation,
        NotStrictlyFalse,
        Or,
        OptionalSelect,
        Presence,
        Select {

  /** Where it stands in the text of the expression, in UTF-16 units. */
  int offset();

  /**
   * Its value.
   *
   * @throws CelFailure for an error in the sense of CEL
   */
  Object evaluate(Frame frame);
}
