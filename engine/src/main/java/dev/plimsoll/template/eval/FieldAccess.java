package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import org.jspecify.annotations.Nullable;

/** {@code .a.b}, {@code $x.a.b} and {@code (pipeline).a.b}, perhaps with arguments for a method. */
abstract class FieldAccess extends Expression {

  private final String[] fields;
  private final boolean[] areMethods;
  private final Expression[] arguments;

  /**
   * @param arguments those of the last field, if it is a method
   */
  FieldAccess(Place place, String[] fields, Expression[] arguments) {
    super(place);
    this.fields = fields;
    this.arguments = arguments;
    this.areMethods = new boolean[fields.length];
    for (int i = 0; i < fields.length; i++) {
      areMethods[i] = ValuesMethods.isMethod(fields[i]);
    }
  }

  /** What the first field is a field of. */
  abstract GoValue base(Execution execution, Frame frame);

  /** Whether Go holds {@link #base} as an {@code interface {}}. */
  abstract boolean isBaseInterface(Frame frame);

  @Override
  final GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    GoValue holder = null;
    GoValue receiver = base(execution, frame);
    int last = fields.length - 1;
    for (int i = 0; i < last; i++) {
      GoValue value = entry(execution, receiver, i);
      if (value == null) {
        boolean isInterface =
            holder == null ? isBaseInterface(frame) : GoTypes.holdsInterfaces(holder);
        value = Fields.get(execution, receiver, isInterface, fields[i]);
      }
      holder = receiver;
      receiver = value;
    }
    if (arguments.length == 0 && piped == null) {
      GoValue value = entry(execution, receiver, last);
      if (value != null) {
        return value;
      }
    }
    boolean isInterface = holder == null ? isBaseInterface(frame) : GoTypes.holdsInterfaces(holder);
    if (arguments.length == 0 && piped == null) {
      return Fields.get(execution, receiver, isInterface, fields[last]);
    }
    return new MethodCall(execution, frame, this, arguments, piped)
        .call(receiver, isInterface, fields[last]);
  }

  /** The usual case: an entry of a map that is there and not nil. */
  private @Nullable GoValue entry(Execution execution, GoValue receiver, int index) {
    if (areMethods[index] || !(receiver instanceof GoMap map)) {
      return null;
    }
    GoValue value = map.get(fields[index]);
    if (value instanceof GoNil) {
      return null;
    }
    if (value != null && execution.isTracked()) {
      Trace reasons = map.trace().reasons();
      return reasons.isNone() ? value : value.because(reasons);
    }
    return value;
  }

  /** Fields of dot. */
  static final class OfDot extends FieldAccess {

    OfDot(Place place, String[] fields, Expression[] arguments) {
      super(place, fields, arguments);
    }

    @Override
    GoValue base(Execution execution, Frame frame) {
      return frame.dot;
    }

    @Override
    boolean isBaseInterface(Frame frame) {
      return frame.isDotInterface;
    }
  }

  /** Fields of a variable. */
  static final class OfVariable extends FieldAccess {

    private final String name;
    private final int slot;

    OfVariable(Place place, String name, int slot, String[] fields, Expression[] arguments) {
      super(place, fields, arguments);
      this.name = name;
      this.slot = slot;
    }

    @Override
    GoValue base(Execution execution, Frame frame) {
      return VariableOperand.value(execution, frame, name, slot);
    }

    @Override
    boolean isBaseInterface(Frame frame) {
      return frame.isInterface(slot);
    }
  }

  /** Fields of something in parentheses, or of the result of a function. */
  static final class OfExpression extends FieldAccess {

    private final Expression of;

    OfExpression(Place place, Expression of, String[] fields, Expression[] arguments) {
      super(place, fields, arguments);
      this.of = of;
    }

    @Override
    GoValue base(Execution execution, Frame frame) {
      return of.evaluate(execution, frame, null);
    }

    @Override
    boolean isBaseInterface(Frame frame) {
      return false;
    }
  }
}
