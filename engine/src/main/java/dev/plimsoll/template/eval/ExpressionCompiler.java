package dev.plimsoll.template.eval;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.syntax.GoPosition;
import dev.plimsoll.template.syntax.NodeText;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.Pipeline.Command;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes pipelines and what stands in them ready to be evaluated. */
final class ExpressionCompiler {

  private static final Expression[] NO_ARGUMENTS = {};

  /** Functions that change the map that is their first argument. */
  static final Set<String> CHANGING =
      Set.of("set", "unset", "merge", "mergeOverwrite", "mustMerge", "mustMergeOverwrite");

  private final TemplateSource source;
  private final FunctionTable functions;
  private final Variables variables;

  ExpressionCompiler(TemplateSource source, FunctionTable functions, Variables variables) {
    this.source = source;
    this.functions = functions;
    this.variables = variables;
  }

  /** A pipeline that stands by itself. */
  PipelineExpression pipeline(Pipeline pipeline) {
    return pipeline(pipeline, false);
  }

  private PipelineExpression pipeline(Pipeline pipeline, boolean isNested) {
    Place place = place(pipeline.span(), pipeline.span().start(), () -> NodeText.of(pipeline));
    Expression[] commands = new Expression[pipeline.commands().size()];
    // Go's parser knows the variables before it reads the commands.
    int[] declared = pipeline.assigns() ? assigned(pipeline) : new int[pipeline.declared().size()];
    for (int i = 0; i < commands.length; i++) {
      commands[i] = command(pipeline.commands().get(i), i > 0);
    }
    if (!pipeline.assigns()) {
      for (int i = 0; i < declared.length; i++) {
        declared[i] = variables.declare(pipeline.declared().get(i).name());
      }
    }
    return new PipelineExpression(place, commands, declared, isNested);
  }

  private int[] assigned(Pipeline pipeline) {
    int[] slots =
        pipeline.declared().stream()
            .mapToInt(variable -> variables.find(variable.name()))
            .filter(slot -> slot != Variables.UNKNOWN)
            .toArray();
    for (int slot : slots) {
      variables.noteAssignment(slot);
    }
    return slots;
  }

  private Expression command(Command command, boolean isPiped) {
    Operand first = command.arguments().getFirst();
    List<Operand> arguments = command.arguments().subList(1, command.arguments().size());
    return switch (first) {
      case Operand.Function function -> call(function, placeOf(command), arguments, isPiped);
      case Operand.Field field -> field(field, plain(arguments));
      case Operand.Chain chain -> chain(chain, plain(arguments));
      case Operand.Variable variable when !variable.fields().isEmpty() ->
          variable(variable, plain(arguments));
      case Operand.Nested nested ->
          arguments.isEmpty() && !isPiped
              ? pipeline(nested.pipeline(), true)
              : new NonFunction(placeOf(nested), () -> NodeText.of(nested), null, false);
      case Operand.Variable variable ->
          plainCommand(variable, arguments.isEmpty() && !isPiped, variable(variable, NO_ARGUMENTS));
      case Operand.Nil nil when arguments.isEmpty() && !isPiped ->
          new Failing(placeOf(nil), "nil is not a command", true);
      case Operand.Nil _, Operand.Dot _, Operand.Bool _, Operand.Numeral _, Operand.Text _ ->
          plainCommand(first, arguments.isEmpty() && !isPiped, null);
    };
  }

  /** A command that is no function and so must stand alone. */
  private Expression plainCommand(
      Operand operand, boolean isAlone, @Nullable Expression evaluatedFirst) {
    if (!isAlone) {
      return new NonFunction(placeOf(operand), () -> NodeText.of(operand), evaluatedFirst, true);
    }
    return evaluatedFirst == null ? argument(operand, Parameter.ANY) : evaluatedFirst;
  }

  private Expression[] plain(List<Operand> arguments) {
    return arguments(arguments, _ -> Parameter.ANY);
  }

  private Expression[] arguments(List<Operand> operands, IntFunction<Parameter> type) {
    Expression[] arguments = new Expression[operands.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(operands.get(i), type.apply(i));
    }
    return arguments;
  }

  /** An operand where a value of that type is wanted: {@code evalArg}. */
  private Expression argument(Operand operand, Parameter type) {
    Place place = placeOf(operand);
    return switch (operand) {
      case Operand.Dot _ -> new DotOperand(place);
      case Operand.Variable variable -> variable(variable, NO_ARGUMENTS);
      case Operand.Field field -> field(field, NO_ARGUMENTS);
      case Operand.Chain chain -> chain(chain, NO_ARGUMENTS);
      case Operand.Nested nested -> pipeline(nested.pipeline(), true);
      case Operand.Function function -> call(function, place, List.of(), false);
      case Operand.Nil _, Operand.Bool _, Operand.Numeral _, Operand.Text _ ->
          Constants.of(place, operand, type);
    };
  }

  private Expression field(Operand.Field field, Expression[] arguments) {
    return new FieldAccess.OfDot(placeOf(field), names(field.fields()), arguments);
  }

  private Expression variable(Operand.Variable variable, Expression[] arguments) {
    Place place = placeOf(variable);
    int slot = variables.find(variable.name());
    if (slot == Variables.UNKNOWN) {
      return new Failing(place, "undefined variable: " + variable.name(), true);
    }
    return variable.fields().isEmpty()
        ? new VariableOperand(place, variable.name(), slot)
        : new FieldAccess.OfVariable(
            place, variable.name(), slot, names(variable.fields()), arguments);
  }

  private Expression chain(Operand.Chain chain, Expression[] arguments) {
    if (chain.of() instanceof Operand.Nil) {
      return new Failing(
          placeOf(chain), "indirection through explicit nil in " + NodeText.of(chain), true);
    }
    return new FieldAccess.OfExpression(
        placeOf(chain), argument(chain.of(), Parameter.ANY), names(chain.fields()), arguments);
  }

  private static String[] names(List<String> fields) {
    return fields.toArray(String[]::new);
  }

  private Expression call(
      Operand.Function called, Place call, List<Operand> operands, boolean isPiped) {
    Place place = placeOf(called);
    String name = called.name();
    TemplateFunction function = functions.get(name);
    if (function == null) {
      function = Builtins.get(name);
    }
    if (function == null) {
      return new Failing(place, "\"" + name + "\" is not a defined function", true);
    }
    Signature signature = function.signature();
    Expression[] arguments = arguments(operands, signature::parameter);
    noteChanges(name, operands);
    String problem = wrongCount(name, signature, operands.size(), isPiped);
    if (problem != null) {
      return new Failing(place, problem, true);
    }
    if (Builtins.AND.equals(function) || Builtins.OR.equals(function)) {
      return new AndOr(place, arguments, Builtins.OR.equals(function));
    }
    if (Builtins.CALL.equals(function)) {
      Supplier<String> callee = operands.isEmpty() ? null : () -> NodeText.of(operands.getFirst());
      return new CallBuiltin(place, call, arguments, callee);
    }
    return new FunctionCall(place, call, function, arguments, isPiped);
  }

  private void noteChanges(String name, List<Operand> operands) {
    if (CHANGING.contains(name)
        && !operands.isEmpty()
        && operands.getFirst() instanceof Operand.Variable variable
        && variable.fields().isEmpty()) {
      int slot = variables.find(variable.name());
      if (slot > 0) {
        variables.noteAssignment(slot);
      }
    }
  }

  private static @Nullable String wrongCount(
      String name, Signature signature, int count, boolean isPiped) {
    int all = isPiped ? count + 1 : count;
    String start = "wrong number of args for " + name + ": want ";
    if (signature.isVariadic()) {
      return all < signature.fewest()
          ? start + "at least " + signature.fewest() + " got " + count
          : null;
    }
    int wanted = signature.parameters().size();
    return all == wanted ? null : start + wanted + " got " + all;
  }

  private Place placeOf(Operand operand) {
    return place(operand.span(), GoPosition.of(operand), () -> NodeText.of(operand));
  }

  private Place placeOf(Command command) {
    return place(command.span(), command.span().start(), () -> NodeText.of(command));
  }

  private Place place(Span span, int position, Supplier<String> context) {
    return new Place(source, span, position, context);
  }
}
