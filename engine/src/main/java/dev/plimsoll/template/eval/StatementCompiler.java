package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.syntax.NodeText;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateNode;
import dev.plimsoll.template.value.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes statements ready to be executed. */
final class StatementCompiler {

  private final TemplateSource source;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  StatementCompiler(TemplateSource source, FunctionTable functions, Variables variables) {
    this.source = source;
    this.variables = variables;
    this.expressions = new ExpressionCompiler(source, functions, variables);
  }

  Block block(TemplateNode.Block block) {
    List<Statement> statements = new ArrayList<>(block.nodes().size());
    for (TemplateNode node : block.nodes()) {
      Statement statement = statement(node);
      if (statement != null) {
        statements.add(statement);
      }
    }
    return new Block(source.site(block.span()), statements.toArray(Statement[]::new));
  }

  private @Nullable Statement statement(TemplateNode node) {
    Site site = source.site(node.span());
    return switch (node) {
      case TemplateNode.Comment _ -> null;
      case TemplateNode.Text text -> literal(text, site);
      case TemplateNode.Action action -> new Action(site, expressions.pipeline(action.pipeline()));
      case TemplateNode.If branch ->
          conditional(site, branch.pipeline(), branch.body(), branch.otherwise(), false);
      case TemplateNode.With branch ->
          conditional(site, branch.pipeline(), branch.body(), branch.otherwise(), true);
      case TemplateNode.Range range -> loop(site, range);
      case TemplateNode.Break _ -> new Jump(site, Statement.BREAK);
      case TemplateNode.Continue _ -> new Jump(site, Statement.CONTINUE);
      case TemplateNode.Call call -> call(site, call);
    };
  }

  private @Nullable Statement literal(TemplateNode.Text text, Site site) {
    if (text.text().isEmpty()) {
      return null;
    }
    return new LiteralText(
        site,
        text.text(),
        source.given() == null
            ? null
            : source.given().substring(text.span().start(), text.span().end()));
  }

  private Statement conditional(
      Site site,
      Pipeline pipeline,
      TemplateNode.Block body,
      TemplateNode.@Nullable Block otherwise,
      boolean isWith) {
    int mark = variables.mark();
    variables.open();
    PipelineExpression condition = expressions.pipeline(pipeline);
    Block taken = scoped(body);
    Block other = otherwise == null ? null : scoped(otherwise);
    return new Conditional(site, condition, taken, other, isWith, variables.close(mark));
  }

  private Statement loop(Site site, TemplateNode.Range range) {
    int mark = variables.mark();
    variables.open();
    PipelineExpression over = expressions.pipeline(range.pipeline());
    Block body = scoped(range.body());
    Block other = range.otherwise() == null ? null : scoped(range.otherwise());
    return new Loop(site, over, body, other, variables.close(mark));
  }

  /** What a branch declares is visible in it alone. */
  private Block scoped(TemplateNode.Block block) {
    int mark = variables.mark();
    Block compiled = block(block);
    variables.forget(mark);
    return compiled;
  }

  private Statement call(Site site, TemplateNode.Call call) {
    Pipeline argument = call.argument();
    Place place = new Place(source, call.span(), call.nameSpan().start(), () -> NodeText.of(call));
    return new TemplateCall(
        site, place, call.name(), argument == null ? null : expressions.pipeline(argument));
  }
}
