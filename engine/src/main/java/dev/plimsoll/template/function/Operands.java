package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of a call, which the evaluator has checked against the signature. */
final class Operands {

  /** What Go says where a function asks a nil for its type. */
  static final String NIL_POINTER =
      "runtime error: invalid memory address or nil pointer dereference";

  private Operands() {}

  static TracedText content(List<GoValue> arguments, int index) {
    return ((GoString) arguments.get(index)).content();
  }

  static String text(List<GoValue> arguments, int index) {
    return content(arguments, index).text();
  }

  /** An {@code int}, bounded to what a Java {@code int} holds. */
  static int integer(List<GoValue> arguments, int index) {
    long value = ((GoInt) arguments.get(index)).value();
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static GoMap map(List<GoValue> arguments, int index) {
    return (GoMap) arguments.get(index);
  }

  /** What all arguments depend on. */
  static Trace traces(List<GoValue> arguments) {
    Trace all = Trace.NONE;
    for (GoValue argument : arguments) {
      all = all.and(argument.trace());
    }
    return all;
  }

  static GoBool answer(boolean value, List<GoValue> arguments) {
    return new GoBool(value, traces(arguments));
  }

  /** Sprig's {@code strval}. */
  static TracedText print(FunctionContext context, GoValue value) {
    return switch (value) {
      case GoString string -> string.content();
      case GoBytes bytes ->
          TracedText.computed(new String(bytes.bytes(), StandardCharsets.UTF_8), bytes.trace());
      default -> GoPrinter.print(value, context::charge);
    };
  }

  /** Sprig's {@code strslice}: nils are left out, and anything else is a list of one. */
  static List<TracedText> texts(FunctionContext context, GoValue value) {
    List<TracedText> texts = new ArrayList<>();
    switch (value) {
      case GoNil _ -> {}
      case GoList list -> {
        for (GoValue item : list.items()) {
          if (!(item instanceof GoNil)) {
            texts.add(print(context, item));
          }
        }
      }
      case GoBytes bytes -> {
        for (GoValue item : octets(bytes)) {
          texts.add(print(context, item));
        }
      }
      default -> texts.add(print(context, value));
    }
    return texts;
  }

  /**
   * The items of a slice.
   *
   * @param failure what the function says of anything else, in front of its kind
   */
  static List<GoValue> items(GoValue value, String failure) {
    return switch (value) {
      case GoList list -> list.items();
      case GoBytes bytes -> octets(bytes);
      case GoNil _ -> throw new GoFailure(NIL_POINTER, value.trace());
      default -> throw new GoFailure(failure + value.kindName(), value.trace());
    };
  }

  static GoList strings(List<TracedText> texts, Trace trace) {
    List<GoValue> items = new ArrayList<>(texts.size());
    for (TracedText text : texts) {
      items.add(new GoString(text));
    }
    return new GoList(items, GoList.STRINGS, trace);
  }

  private static List<GoValue> octets(GoBytes bytes) {
    List<GoValue> items = new ArrayList<>(bytes.bytes().length);
    for (byte octet : bytes.bytes()) {
      items.add(new GoInt(octet & 0xff, GoInt.Type.UINT8, bytes.trace()));
    }
    return items;
  }
}
