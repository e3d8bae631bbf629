package dev.plimsoll.template.eval;

import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.Pipeline.Command;
import dev.plimsoll.template.syntax.TemplateNode;
import dev.plimsoll.template.value.GoQuotes;
import java.util.List;
import java.util.stream.Collectors;

/** Nodes as Go prints them. */
final class NodeText {

  private NodeText() {}

  static String of(Pipeline pipeline) {
    String commands =
        pipeline.commands().stream().map(NodeText::of).collect(Collectors.joining(" | "));
    if (pipeline.declared().isEmpty()) {
      return commands;
    }
    String names =
        pipeline.declared().stream().map(Pipeline.Variable::name).collect(Collectors.joining(", "));
    return names + (pipeline.assigns() ? " = " : " := ") + commands;
  }

  static String of(Command command) {
    return command.arguments().stream().map(NodeText::inside).collect(Collectors.joining(" "));
  }

  /** An operand by itself: parentheses belong to what is around them. */
  static String of(Operand operand) {
    return switch (operand) {
      case Operand.Dot _ -> ".";
      case Operand.Nil _ -> "nil";
      case Operand.Bool bool -> Boolean.toString(bool.value());
      case Operand.Numeral number -> number.text();
      case Operand.Text text -> text.quoted();
      case Operand.Function function -> function.name();
      case Operand.Variable variable -> variable.name() + fields(variable.fields());
      case Operand.Field field -> fields(field.fields());
      case Operand.Chain chain -> inside(chain.of()) + fields(chain.fields());
      case Operand.Nested nested -> of(nested.pipeline());
    };
  }

  static String of(TemplateNode.Call call) {
    String argument = call.argument() == null ? "" : " " + of(call.argument());
    return "{{template " + GoQuotes.quote(call.name()) + argument + "}}";
  }

  private static String inside(Operand operand) {
    return operand instanceof Operand.Nested ? "(" + of(operand) + ")" : of(operand);
  }

  private static String fields(List<String> fields) {
    return fields.stream().map(field -> "." + field).collect(Collectors.joining());
  }
}
