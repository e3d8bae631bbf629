package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.items;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lists ({@code list.go} of Sprig). The {@code must} twins return the errors with which the others
 * panic, which reads the same in a template.
 */
final class ListFunctions {

  private static final String LISTS = "[][]interface {}";
  private static final Signature ANY = Signature.of(Parameter.ANY);
  private static final Signature TWO = Signature.of(Parameter.ANY, Parameter.ANY);
  private static final Signature MORE = Signature.variadic(Parameter.ANY, Parameter.ANY);

  private ListFunctions() {}

  static List<TemplateFunction> family() {
    Signature any = Signature.variadic(Parameter.ANY);
    List<TemplateFunction> family = new ArrayList<>();
    family.add(new TemplateFunction("list", any, ListFunctions::list));
    family.add(new TemplateFunction("tuple", any, ListFunctions::list));
    family.add(new TemplateFunction("concat", any, ListFunctions::concat));
    both(family, "Append", TWO, ListFunctions::append);
    both(family, "Push", TWO, ListFunctions::append);
    both(family, "Prepend", TWO, ListFunctions::prepend);
    both(family, "First", ANY, ListFunctions::first);
    both(family, "Last", ANY, ListFunctions::last);
    both(family, "Rest", ANY, ListFunctions::rest);
    both(family, "Initial", ANY, ListFunctions::initial);
    both(family, "Reverse", ANY, ListFunctions::reverse);
    both(family, "Compact", ANY, ListFunctions::compact);
    both(family, "Uniq", ANY, ListFunctions::uniq);
    both(family, "Without", MORE, ListFunctions::without);
    both(family, "Has", TWO, ListFunctions::has);
    both(family, "Slice", MORE, ListFunctions::slice);
    both(family, "Chunk", Signature.of(Parameter.INT, Parameter.ANY), ListFunctions::chunk);
    return family;
  }

  private static void both(
      List<TemplateFunction> family, String name, Signature signature, TemplateFunction.Body body) {
    String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    family.add(new TemplateFunction(lower, signature, body));
    family.add(new TemplateFunction("must" + name, signature, body));
  }

  private static GoValue list(FunctionContext context, List<GoValue> arguments) {
    return new GoList(arguments, Trace.NONE);
  }

  private static GoValue concat(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> all = new ArrayList<>();
    for (GoValue argument : arguments) {
      if (!(argument instanceof GoList) && !(argument instanceof GoNil)) {
        throw new GoFailure(
            "Cannot concat type " + argument.kindName() + " as list", argument.trace());
      }
      all.addAll(items(argument, ""));
    }
    return new GoList(all, Operands.traces(arguments));
  }

  private static GoValue append(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> all = new ArrayList<>(items(arguments.get(0), "Cannot push on type "));
    all.add(arguments.get(1));
    return new GoList(all, arguments.getFirst().trace());
  }

  private static GoValue prepend(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> all = new ArrayList<>();
    all.add(arguments.get(1));
    all.addAll(items(arguments.getFirst(), "Cannot prepend on type "));
    return new GoList(all, arguments.getFirst().trace());
  }

  private static GoValue first(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> items = items(arguments.getFirst(), "Cannot find first on type ");
    Trace trace = arguments.getFirst().trace();
    return items.isEmpty() ? new GoNil(trace) : items.getFirst();
  }

  private static GoValue last(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> items = items(arguments.getFirst(), "Cannot find last on type ");
    Trace trace = arguments.getFirst().trace();
    return items.isEmpty() ? new GoNil(trace) : items.getLast();
  }

  private static GoValue rest(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> items = items(arguments.getFirst(), "Cannot find rest on type ");
    return new GoList(
        items.isEmpty() ? items : items.subList(1, items.size()), arguments.getFirst().trace());
  }

  private static GoValue initial(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> items = items(arguments.getFirst(), "Cannot find initial on type ");
    return new GoList(
        items.isEmpty() ? items : items.subList(0, items.size() - 1), arguments.getFirst().trace());
  }

  private static GoValue reverse(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> items =
        new ArrayList<>(items(arguments.getFirst(), "Cannot find reverse on type "));
    Collections.reverse(items);
    return new GoList(items, arguments.getFirst().trace());
  }

  private static GoValue compact(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> kept = new ArrayList<>(items(arguments.getFirst(), "Cannot compact on type "));
    kept.removeIf(DefaultFunctions::isEmpty);
    return new GoList(kept, arguments.getFirst().trace());
  }

  private static GoValue uniq(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> kept = new ArrayList<>();
    for (GoValue item : items(arguments.getFirst(), "Cannot find uniq on type ")) {
      if (!DeepEqual.contains(kept, item)) {
        kept.add(item);
      }
    }
    return new GoList(kept, arguments.getFirst().trace());
  }

  private static GoValue without(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> omitted = arguments.subList(1, arguments.size());
    List<GoValue> kept = new ArrayList<>();
    for (GoValue item : items(arguments.getFirst(), "Cannot find without on type ")) {
      if (!DeepEqual.contains(omitted, item)) {
        kept.add(item);
      }
    }
    return new GoList(kept, Operands.traces(arguments));
  }

  private static GoValue has(FunctionContext context, List<GoValue> arguments) {
    GoValue haystack = arguments.get(1);
    if (haystack instanceof GoNil) {
      return new GoBool(false, haystack.trace());
    }
    List<GoValue> items = items(haystack, "Cannot find has on type ");
    Trace trace = Operands.traces(arguments);
    for (GoValue item : items) {
      trace = trace.and(item.trace());
    }
    return new GoBool(DeepEqual.contains(items, arguments.getFirst()), trace);
  }

  private static GoValue slice(FunctionContext context, List<GoValue> arguments) {
    GoValue list = arguments.getFirst();
    List<GoValue> items = items(list, "list should be type of slice or array but ");
    if (items.isEmpty()) {
      return new GoNil(list.trace());
    }
    long start = arguments.size() > 1 ? Cast.toInt64(arguments.get(1)) : 0;
    long end = arguments.size() > 2 ? Cast.toInt64(arguments.get(2)) : items.size();
    if (start < 0 || end < start || end > items.size()) {
      throw new GoFailure("reflect.Value.Slice: slice index out of bounds", list.trace());
    }
    List<GoValue> part = items.subList((int) start, (int) end);
    return new GoList(part, list.typeName(), Operands.traces(arguments));
  }

  private static GoValue chunk(FunctionContext context, List<GoValue> arguments) {
    int size = integer(arguments, 0);
    GoValue list = arguments.get(1);
    List<GoValue> items = items(list, "Cannot chunk type ");
    if (size <= 0 && !items.isEmpty()) {
      throw new GoFailure("runtime error: makeslice: len out of range", list.trace());
    }
    List<GoValue> chunks = new ArrayList<>();
    for (int i = 0; i < items.size(); i += size) {
      List<GoValue> part = items.subList(i, Math.min(items.size(), i + size));
      chunks.add(new GoList(part, list.trace()));
    }
    return new GoList(chunks, LISTS, Operands.traces(arguments));
  }
}
