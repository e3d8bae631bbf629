package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.grammar.GoTemplateParser.CommandContext;
import dev.plimsoll.template.grammar.GoTemplateParser.DeclarationContext;
import dev.plimsoll.template.grammar.GoTemplateParser.OperandContext;
import dev.plimsoll.template.grammar.GoTemplateParser.PipelineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of ANTLR's parse tree of a pipeline, which may be broken, and notes whether Go
 * would refuse what the grammar lets pass.
 */
final class PipelineBuilder {

  private final Predicate<String> isFunction;
  private boolean doubtful;

  PipelineBuilder(Predicate<String> isFunction) {
    this.isFunction = isFunction;
  }

  /** Whether Go would refuse something that was built since the last call. */
  boolean takeDoubt() {
    boolean taken = doubtful;
    doubtful = false;
    return taken;
  }

  void doubt(boolean isDoubtful) {
    doubtful |= isDoubtful;
  }

  /**
   * @param isRange whether two variables may be declared
   * @param variables gets those that it declares
   */
  Pipeline build(PipelineContext context, boolean isRange, Variables variables) {
    List<Pipeline.Variable> declared = new ArrayList<>(2);
    DeclarationContext declaration = context.declaration();
    if (declaration != null) {
      for (TerminalNode variable : declaration.VARIABLE()) {
        String name = variable.getText();
        declared.add(new Pipeline.Variable(span(variable.getSymbol()), name));
        variables.declare(name);
      }
      doubtful |= declaration.COMMA() != null && !(isRange && mayHaveComma(context, declared));
    }
    boolean assigns = declaration != null && declaration.ASSIGN() != null;
    List<Pipeline.Command> commands = new ArrayList<>(2);
    for (CommandContext command : context.command()) {
      Pipeline.Command built = command(command, variables);
      if (!built.arguments().isEmpty()) {
        commands.add(built);
        doubtful |= commands.size() > 1 && isLiteral(built.arguments().getFirst());
      }
    }
    return new Pipeline(span(context), declared, assigns, commands);
  }

  /** Behind a comma without a second variable Go still wants to see one. */
  private static boolean mayHaveComma(PipelineContext context, List<Pipeline.Variable> declared) {
    List<CommandContext> commands = context.command();
    return declared.size() == 2
        || (!commands.isEmpty()
            && commands.getFirst().getStart().getType() == GoTemplateLexer.VARIABLE);
  }

  private Pipeline.Command command(CommandContext context, Variables variables) {
    List<OperandContext> operands = context.operand();
    List<Operand> arguments = new ArrayList<>(operands.size());
    int end = -1;
    for (OperandContext operand : operands) {
      Operand built = operand(operand, variables);
      if (built != null) {
        // A blank stands between any two.
        doubtful |= built.span().start() == end;
        end = built.span().end();
        arguments.add(built);
      }
    }
    return new Pipeline.Command(span(context), arguments);
  }

  private @Nullable Operand operand(OperandContext context, Variables variables) {
    Operand term = term(context, variables);
    List<TerminalNode> links = context.LINK();
    if (term == null || links.isEmpty()) {
      return term;
    }
    List<String> fields = new ArrayList<>(links.size() + 1);
    Span span = span(context);
    return switch (term) {
      case Operand.Field field -> {
        fields.addAll(field.fields());
        yield new Operand.Field(span, addNames(fields, links));
      }
      case Operand.Variable variable ->
          new Operand.Variable(span, variable.name(), addNames(fields, links));
      case Operand.Function function -> new Operand.Chain(span, function, addNames(fields, links));
      case Operand.Nested nested -> new Operand.Chain(span, nested, addNames(fields, links));
      case Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _,
          Operand.Chain _ -> {
        doubtful = true;
        yield new Operand.Chain(span, term, addNames(fields, links));
      }
    };
  }

  private @Nullable Operand term(OperandContext context, Variables variables) {
    Token token = context.getStart();
    Span span = span(token);
    return switch (token.getType()) {
      case GoTemplateLexer.DOT -> new Operand.Dot(span);
      case GoTemplateLexer.NIL -> new Operand.Nil(span);
      case GoTemplateLexer.BOOL -> new Operand.Bool(span, token.getText().equals("true"));
      case GoTemplateLexer.FIELD -> new Operand.Field(span, List.of(token.getText().substring(1)));
      case GoTemplateLexer.FUNCTION -> {
        String name = token.getText();
        doubtful |= !isFunction.test(name);
        yield new Operand.Function(span, name);
      }
      case GoTemplateLexer.VARIABLE -> {
        String name = token.getText();
        doubtful |= !variables.isDeclared(name);
        yield new Operand.Variable(span, name, List.of());
      }
      case GoTemplateLexer.STRING, GoTemplateLexer.RAW_STRING -> text(token, span);
      case GoTemplateLexer.NUMBER, GoTemplateLexer.COMPLEX, GoTemplateLexer.CHARACTER ->
          numeral(token, span);
      case GoTemplateLexer.LEFT_PAREN -> nested(context, variables);
      default -> null;
    };
  }

  private Operand text(Token token, Span span) {
    String quoted = token.getText();
    String value = QuotedStrings.unquote(quoted);
    doubtful |= value == null;
    return new Operand.Text(span, quoted, value == null ? "" : value);
  }

  private Operand numeral(Token token, Span span) {
    String text = token.getText();
    Operand.Numeral numeral = Numerals.read(span, text, token.getType());
    if (numeral != null) {
      return numeral;
    }
    doubtful = true;
    return new Operand.Numeral(span, text, false, false, false, false, 0, 0, 0);
  }

  private @Nullable Operand nested(OperandContext context, Variables variables) {
    PipelineContext inner = context.pipeline();
    if (inner == null) {
      return null;
    }
    TerminalNode close = context.RIGHT_PAREN();
    int start = context.getStart().getStartIndex();
    int end = close == null ? end(context) : close.getSymbol().getStopIndex() + 1;
    return new Operand.Nested(
        new Span(start, Math.max(start, end)), build(inner, false, variables));
  }

  private static List<String> addNames(List<String> fields, List<TerminalNode> links) {
    for (TerminalNode link : links) {
      fields.add(link.getText().substring(1));
    }
    return fields;
  }

  private static boolean isLiteral(Operand operand) {
    return switch (operand) {
      case Operand.Dot _, Operand.Nil _, Operand.Bool _, Operand.Numeral _, Operand.Text _ -> true;
      case Operand.Function _,
          Operand.Variable _,
          Operand.Field _,
          Operand.Chain _,
          Operand.Nested _ ->
          false;
    };
  }

  static Span span(Token token) {
    int start = token.getStartIndex();
    return new Span(start, Math.max(start, token.getStopIndex() + 1));
  }

  private static Span span(ParserRuleContext context) {
    int start = context.getStart().getStartIndex();
    return new Span(start, Math.max(start, end(context)));
  }

  private static int end(ParserRuleContext context) {
    Token stop = context.getStop();
    // A context that took no token has none, or one in front of it.
    return stop == null ? context.getStart().getStartIndex() : stop.getStopIndex() + 1;
  }
}
