package dev.plimsoll.template.syntax;

/**
 * Where Go says that a part of a template is ({@code parse.Node.Position}), as an offset in our
 * text. It is not always its beginning.
 */
public final class GoPosition {

  private GoPosition() {}

  /**
   * An operand. Of {@code .a.b.c} and {@code $x.b.c} Go gives the dot in front of {@code b}, of
   * {@code (pipeline)} what follows the parenthesis.
   */
  public static int of(Operand operand) {
    int start = operand.span().start();
    return switch (operand) {
      case Operand.Field field when field.fields().size() > 1 ->
          start + 1 + field.fields().getFirst().length();
      case Operand.Variable variable when !variable.fields().isEmpty() ->
          start + variable.name().length();
      case Operand.Chain chain -> chain.of().span().end();
      case Operand.Nested nested -> of(nested.pipeline());
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

  /** A command: its first character. */
  public static int of(Pipeline.Command command) {
    return command.span().start();
  }

  /** A pipeline: its first character, declarations included. */
  public static int of(Pipeline pipeline) {
    return pipeline.span().start();
  }

  /** An action or block: its pipeline, or the name of the called template. */
  public static int of(TemplateNode node) {
    return switch (node) {
      case TemplateNode.Action action -> of(action.pipeline());
      case TemplateNode.If branch -> of(branch.pipeline());
      case TemplateNode.With branch -> of(branch.pipeline());
      case TemplateNode.Range branch -> of(branch.pipeline());
      case TemplateNode.Call call -> call.nameSpan().start();
      // Nothing is ever reported of these.
      case TemplateNode.Break _,
          TemplateNode.Continue _,
          TemplateNode.Text _,
          TemplateNode.Comment _ ->
          node.span().start();
    };
  }
}
