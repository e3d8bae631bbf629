package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code call}, which can only fail: no value of Helm is a function. */
final class CallBuiltin extends Expression {

  private final Expression[] arguments;
  private final Place call;
  private final @Nullable Supplier<String> callee;

  /**
   * @param callee the first argument as Go prints it; null if it comes from the command before
   */
  CallBuiltin(Place place, Place call, Expression[] arguments, @Nullable Supplier<String> callee) {
    super(place);
    this.call = call;
    this.arguments = arguments;
    this.callee = callee;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    GoValue first = piped == null ? GoNil.LITERAL : piped;
    for (int i = 0; i < arguments.length; i++) {
      GoValue value = arguments[i].evaluate(execution, frame, null);
      first = i == 0 ? value : first;
    }
    execution.at = call;
    String problem = "call of nil";
    if (!(first instanceof GoNil)) {
      String name = callee == null ? pipedName(first) : callee.get();
      problem = "non-function " + name + " of type " + first.typeName();
    }
    throw execution.callFailure("call", new GoFailure(problem), first.trace());
  }

  /** {@code reflect.Value.String}. */
  private static String pipedName(GoValue value) {
    return value instanceof GoString text ? text.text() : "<" + value.typeName() + " Value>";
  }
}
