package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.traces;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.List;

/** Runs of numbers ({@code numeric.go} of Sprig). */
final class SequenceFunctions {

  private static final String INTS = "[]int";

  /** What a number in a list takes of the memory that a render may use. */
  private static final int ITEM_COST = 16;

  private SequenceFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        new TemplateFunction("until", Signature.of(Parameter.INT), SequenceFunctions::until),
        new TemplateFunction(
            "untilStep",
            Signature.of(Parameter.INT, Parameter.INT, Parameter.INT),
            SequenceFunctions::untilStep),
        new TemplateFunction("seq", Signature.variadic(Parameter.INT), SequenceFunctions::seq));
  }

  private static GoValue until(FunctionContext context, List<GoValue> arguments) {
    int count = integer(arguments, 0);
    return list(numbers(context, 0, count, count < 0 ? -1 : 1), traces(arguments));
  }

  private static GoValue untilStep(FunctionContext context, List<GoValue> arguments) {
    return list(
        numbers(context, integer(arguments, 0), integer(arguments, 1), integer(arguments, 2)),
        traces(arguments));
  }

  /** {@code seq}, like the shell's: the last number is included. */
  private static GoValue seq(FunctionContext context, List<GoValue> arguments) {
    int count = arguments.size();
    if (count == 0 || count > 3) {
      return GoString.EMPTY;
    }
    long start = count == 1 ? 1 : integer(arguments, 0);
    long end = integer(arguments, count - 1);
    long direction = end < start ? -1 : 1;
    long step = count == 3 ? integer(arguments, 1) : direction;
    if (count == 3 && direction < 0 && step > 0) {
      return GoString.computed("", traces(arguments));
    }
    StringBuilder text = new StringBuilder();
    for (long number : numbers(context, start, end + direction, step)) {
      text.append(text.isEmpty() ? "" : " ").append(number);
    }
    return GoString.computed(text.toString(), traces(arguments));
  }

  private static GoList list(List<Long> numbers, Trace trace) {
    List<GoValue> items = new ArrayList<>(numbers.size());
    for (long number : numbers) {
      items.add(GoInt.of(number, trace));
    }
    return new GoList(items, INTS, trace);
  }

  /** {@code untilStep}: a step in the wrong direction gives nothing. */
  private static List<Long> numbers(FunctionContext context, long start, long stop, long step) {
    boolean down = stop < start;
    if (down ? step >= 0 : step <= 0) {
      return List.of();
    }
    context.charge(ITEM_COST * ((stop - start) / step + 1));
    List<Long> numbers = new ArrayList<>();
    for (long i = start; down ? i > stop : i < stop; i += step) {
      numbers.add(i);
    }
    return numbers;
  }
}
