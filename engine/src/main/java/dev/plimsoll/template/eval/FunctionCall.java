package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function with arguments of which the number is right. */
final class FunctionCall extends Expression {

  private final TemplateFunction function;
  private final Expression[] arguments;
  private final Parameter[] types;
  private final boolean isSet;
  private final boolean isChanging;
  private final Place call;

  /**
   * @param place the name
   * @param call the name with the arguments
   * @param isPiped whether the result of another command is the last argument
   */
  FunctionCall(
      Place place, Place call, TemplateFunction function, Expression[] arguments, boolean isPiped) {
    super(place);
    this.call = call;
    this.function = function;
    this.arguments = arguments;
    this.isSet = function.name().equals("set");
    this.isChanging = ExpressionCompiler.CHANGING.contains(function.name());
    Signature signature = function.signature();
    this.types = new Parameter[arguments.length + (isPiped ? 1 : 0)];
    for (int i = 0; i < types.length; i++) {
      types[i] = signature.parameter(i);
    }
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    return call(execution, arguments(execution, frame, piped));
  }

  private List<GoValue> arguments(Execution execution, Frame frame, @Nullable GoValue piped) {
    if (isSet && execution.isTracked()) {
      return withReason(execution, frame, piped);
    }
    // Most calls have one or two arguments.
    return switch (types.length) {
      case 0 -> List.of();
      case 1 -> List.of(argument(execution, frame, piped, 0));
      case 2 -> {
        GoValue first = argument(execution, frame, piped, 0);
        yield List.of(first, argument(execution, frame, piped, 1));
      }
      default -> List.of(all(execution, frame, piped));
    };
  }

  private GoValue[] all(Execution execution, Frame frame, @Nullable GoValue piped) {
    GoValue[] values = new GoValue[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = argument(execution, frame, piped, i);
    }
    return values;
  }

  private GoValue argument(Execution execution, Frame frame, @Nullable GoValue piped, int index) {
    GoValue value =
        index < arguments.length || piped == null
            ? arguments[index].evaluate(execution, frame, null)
            : piped;
    return Arguments.fit(execution, value, types[index]);
  }

  /** What {@code set} puts into a map outlives the conditions that it depends on. */
  private List<GoValue> withReason(Execution execution, Frame frame, @Nullable GoValue piped) {
    GoValue[] values = all(execution, frame, piped);
    int last = values.length - 1;
    values[last] = values[last].because(execution.control);
    return List.of(values);
  }

  private GoValue call(Execution execution, List<GoValue> values) {
    if (isChanging) {
      execution.noteChange();
    }
    try {
      return function.body().call(execution, values);
    } catch (GoFailure e) {
      execution.at = call;
      throw execution.callFailure(
          function.name(), e, blamed(execution, e, values).because(execution.control));
    } catch (Failure e) {
      execution.at = call;
      throw execution.outerFailure(function.name(), e);
    }
  }

  private static Trace blamed(Execution execution, GoFailure failure, List<GoValue> values) {
    Trace blamed = failure.trace();
    if (blamed.isNone() && execution.isTracked()) {
      for (GoValue value : values) {
        blamed = blamed.and(value.trace());
      }
    }
    return blamed;
  }
}
