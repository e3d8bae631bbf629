package dev.plimsoll.rules.template;

import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits what a template file runs, also in parentheses and in named templates. */
public final class TemplateCommands {

  private final Consumer<Pipeline> visitor;

  private TemplateCommands(Consumer<Pipeline> visitor) {
    this.visitor = visitor;
  }

  /** Visits every command. */
  static void visit(TemplateFile file, Consumer<Pipeline.Command> visitor) {
    visitPipelines(file, pipeline -> pipeline.commands().forEach(visitor));
  }

  /** Visits every pipeline, one before those in its parentheses. */
  public static void visitPipelines(TemplateFile file, Consumer<Pipeline> visitor) {
    TemplateCommands walk = new TemplateCommands(visitor);
    walk.block(file.body());
    file.definitions().forEach(definition -> walk.block(definition.body()));
  }

  // The parser bounds the depth of blocks and parentheses, so recursion is safe.
  private void block(TemplateNode.@Nullable Block block) {
    if (block != null) {
      block.nodes().forEach(this::node);
    }
  }

  private void node(TemplateNode node) {
    switch (node) {
      case TemplateNode.Action action -> pipeline(action.pipeline());
      case TemplateNode.If branch -> branch(branch.pipeline(), branch.body(), branch.otherwise());
      case TemplateNode.With branch -> branch(branch.pipeline(), branch.body(), branch.otherwise());
      case TemplateNode.Range loop -> branch(loop.pipeline(), loop.body(), loop.otherwise());
      case TemplateNode.Call call -> {
        Pipeline argument = call.argument();
        if (argument != null) {
          pipeline(argument);
        }
      }
      case TemplateNode.Text _,
          TemplateNode.Comment _,
          TemplateNode.Break _,
          TemplateNode.Continue _ -> {}
    }
  }

  private void branch(
      Pipeline pipeline, TemplateNode.Block body, TemplateNode.@Nullable Block otherwise) {
    pipeline(pipeline);
    block(body);
    block(otherwise);
  }

  private void pipeline(Pipeline pipeline) {
    visitor.accept(pipeline);
    for (Pipeline.Command command : pipeline.commands()) {
      command.arguments().forEach(this::operand);
    }
  }

  private void operand(Operand operand) {
    switch (operand) {
      case Operand.Nested nested -> pipeline(nested.pipeline());
      case Operand.Chain chain -> operand(chain.of());
      case Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _,
          Operand.Function _,
          Operand.Variable _,
          Operand.Field _ -> {}
    }
  }
}
