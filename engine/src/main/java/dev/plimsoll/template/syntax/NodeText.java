package dev.plimsoll.template.syntax;

import dev.plimsoll.template.value.GoQuotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Go writes a part of a template in its messages ({@code parse.Node.String}): between the angle
 * brackets of {@code at <.Values.image.tag>}, at full length.
 */
public final class NodeText {

  private final StringBuilder text = new StringBuilder();

  private NodeText() {}

  /** An operand; a pipeline in parentheses without these, as Go's {@code PipeNode}. */
  public static String of(Operand operand) {
    NodeText node = new NodeText();
    if (operand instanceof Operand.Nested nested) {
      node.append(nested.pipeline());
    } else {
      node.append(operand);
    }
    return node.text.toString();
  }

  /** A command: operands with one blank between them. */
  public static String of(Pipeline.Command command) {
    NodeText node = new NodeText();
    node.append(command);
    return node.text.toString();
  }

  /** A pipeline with its declarations. */
  public static String of(Pipeline pipeline) {
    NodeText node = new NodeText();
    node.append(pipeline);
    return node.text.toString();
  }

  /** A whole action or block, trim markers and comments left out. */
  public static String of(TemplateNode template) {
    NodeText node = new NodeText();
    node.append(template);
    return node.text.toString();
  }

  private void append(Operand operand) {
    switch (operand) {
      case Operand.Dot _ -> text.append('.');
      case Operand.Nil _ -> text.append("nil");
      case Operand.Bool bool -> text.append(bool.value());
      case Operand.Numeral numeral -> text.append(numeral.text());
      case Operand.Text string -> text.append(string.quoted());
      case Operand.Function function -> text.append(function.name());
      case Operand.Variable variable -> {
        text.append(variable.name());
        append(variable.fields());
      }
      case Operand.Field field -> append(field.fields());
      case Operand.Chain chain -> {
        append(chain.of());
        append(chain.fields());
      }
      case Operand.Nested nested -> {
        text.append('(');
        append(nested.pipeline());
        text.append(')');
      }
    }
  }

  private void append(List<String> fields) {
    for (String field : fields) {
      text.append('.').append(field);
    }
  }

  private void append(Pipeline.Command command) {
    String separator = "";
    for (Operand argument : command.arguments()) {
      text.append(separator);
      append(argument);
      separator = " ";
    }
  }

  private void append(Pipeline pipeline) {
    String separator = "";
    for (Pipeline.Variable variable : pipeline.declared()) {
      text.append(separator).append(variable.name());
      separator = ", ";
    }
    if (!pipeline.declared().isEmpty()) {
      text.append(pipeline.assigns() ? " = " : " := ");
    }
    separator = "";
    for (Pipeline.Command command : pipeline.commands()) {
      text.append(separator);
      append(command);
      separator = " | ";
    }
  }

  private void append(TemplateNode template) {
    switch (template) {
      case TemplateNode.Text literal -> text.append(literal.text());
      case TemplateNode.Action action -> {
        text.append("{{");
        append(action.pipeline());
        text.append("}}");
      }
      case TemplateNode.If node ->
          appendBranch("if", node.pipeline(), node.body(), node.otherwise());
      case TemplateNode.With node ->
          appendBranch("with", node.pipeline(), node.body(), node.otherwise());
      case TemplateNode.Range node ->
          appendBranch("range", node.pipeline(), node.body(), node.otherwise());
      case TemplateNode.Break _ -> text.append("{{break}}");
      case TemplateNode.Continue _ -> text.append("{{continue}}");
      case TemplateNode.Call call -> {
        text.append("{{template ").append(GoQuotes.quote(call.name()));
        if (call.argument() != null) {
          text.append(' ');
          append(call.argument());
        }
        text.append("}}");
      }
      case TemplateNode.Comment _ -> {}
    }
  }

  private void appendBranch(
      String keyword,
      Pipeline pipeline,
      TemplateNode.Block body,
      TemplateNode.@Nullable Block otherwise) {
    text.append("{{").append(keyword).append(' ');
    append(pipeline);
    text.append("}}");
    body.nodes().forEach(this::append);
    if (otherwise != null) {
      text.append("{{else}}");
      otherwise.nodes().forEach(this::append);
    }
    text.append("{{end}}");
  }
}
