package dev.plimsoll.template.eval;

import dev.plimsoll.template.syntax.Operand;

/** The offset that Go gives a node. */
final class GoPosition {

  private GoPosition() {}

  /** Of several fields Go remembers where the second begins, of others where the first does. */
  static int of(Operand operand) {
    int start = operand.span().start();
    return switch (operand) {
      case Operand.Field field when field.fields().size() > 1 ->
          start + 1 + field.fields().getFirst().length();
      case Operand.Variable variable when !variable.fields().isEmpty() ->
          start + variable.name().length();
      case Operand.Chain chain -> chain.of().span().end();
      case Operand.Nested nested -> nested.pipeline().span().start();
      case Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _,
          Operand.Function _,
          Operand.Variable _,
          Operand.Field _ ->
          start;
    };
  }
}
