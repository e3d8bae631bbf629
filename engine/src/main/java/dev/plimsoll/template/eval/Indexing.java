package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.Arrays;
import java.util.List;

/** {@code index}, {@code slice} and {@code len}. */
final class Indexing {

  private Indexing() {}

  static GoValue length(Object context, List<GoValue> values) {
    GoValue value = values.getFirst();
    long length =
        switch (underlying(value)) {
          case GoString text -> Utf8.length(text.text());
          case GoBytes bytes -> bytes.bytes().length;
          case GoList list -> list.items().size();
          case GoMap map -> map.size();
          case GoNil nil ->
              throw new GoFailure(
                  nil.type().isEmpty()
                      ? "reflect: call of reflect.Value.Type on zero Value"
                      : "len of nil pointer",
                  nil.trace());
          default -> throw new GoFailure("len of type " + pointed(value), value.trace());
        };
    return GoInt.of(length, value.trace());
  }

  static GoValue index(Object context, List<GoValue> values) {
    GoValue item = values.getFirst();
    if (item instanceof GoNil) {
      throw new GoFailure("index of untyped nil", item.trace());
    }
    for (int i = 1; i < values.size(); i++) {
      item = item(underlying(item), values.get(i));
    }
    return item;
  }

  private static GoValue item(GoValue of, GoValue index) {
    GoValue item =
        switch (of) {
          case GoMap map -> entry(map, index);
          case GoList list -> {
            int at = position(index, list.items().size());
            yield list.items().get(inside(at, list.items().size(), "slice"));
          }
          case GoString text -> {
            int length = Utf8.length(text.text());
            int at = inside(position(index, length), length, "string");
            yield number(Utf8.at(text.text(), at), text.trace());
          }
          case GoBytes bytes -> {
            int length = bytes.bytes().length;
            int at = inside(position(index, length), length, "slice");
            yield number(bytes.bytes()[at], bytes.trace());
          }
          case GoNil nil -> throw new GoFailure("index of nil pointer", nil.trace());
          default -> throw new GoFailure("can't index item of type " + pointed(of), of.trace());
        };
    Trace why = of.trace().reasons().and(index.trace());
    GoValue held = GoTypes.held(item);
    return why.isNone() ? held : held.because(why);
  }

  private static GoInt number(byte value, Trace trace) {
    return new GoInt(value & 0xff, GoInt.Type.UINT8, trace);
  }

  private static GoValue entry(GoMap map, GoValue index) {
    if (index instanceof GoNil) {
      throw new GoFailure("value is nil; should be of type string", index.trace());
    }
    if (!(index instanceof GoString key)) {
      throw new GoFailure(
          "value has type " + index.typeName() + "; should be string", index.trace());
    }
    GoValue value = map.get(key.text());
    return value == null
        ? ZeroValues.of(GoTypes.element(map.typeName()), map.missing(key.text()))
        : value;
  }

  /** A position from 0 to {@code end}, which is allowed for slices and too much for items. */
  private static int position(GoValue index, int end) {
    if (index instanceof GoNil) {
      throw new GoFailure("cannot index slice/array with nil", index.trace());
    }
    if (!(index instanceof GoInt integer)) {
      throw new GoFailure("cannot index slice/array with type " + index.typeName(), index.trace());
    }
    if (integer.value() < 0 || integer.value() > end) {
      throw new GoFailure("index out of range: " + integer.value(), index.trace());
    }
    return (int) integer.value();
  }

  private static int inside(int at, int length, String kind) {
    if (at == length) {
      throw new GoFailure("reflect: " + kind + " index out of range");
    }
    return at;
  }

  static GoValue slice(Object context, List<GoValue> values) {
    GoValue item = values.getFirst();
    if (item instanceof GoNil) {
      throw new GoFailure("slice of untyped nil", item.trace());
    }
    int count = values.size() - 1;
    if (count > 3) {
      throw new GoFailure("too many slice indexes: " + count);
    }
    GoValue sliced = underlying(item);
    if (sliced instanceof GoString && count == 3) {
      throw new GoFailure("cannot 3-index slice a string");
    }
    int length = sliceable(sliced);
    int[] bounds = {0, length, length};
    for (int i = 0; i < count; i++) {
      bounds[i] = position(values.get(i + 1), length);
    }
    requireOrder(bounds[0], bounds[1]);
    requireOrder(bounds[1], bounds[2]);
    Trace why = Trace.NONE;
    for (int i = 1; i <= count; i++) {
      why = why.and(values.get(i).trace());
    }
    return part(sliced, bounds[0], bounds[1]).because(why);
  }

  private static void requireOrder(int start, int end) {
    if (start > end) {
      throw new GoFailure("invalid slice index: " + start + " > " + end);
    }
  }

  private static int sliceable(GoValue value) {
    return switch (value) {
      case GoString text -> Utf8.length(text.text());
      case GoList list -> list.items().size();
      case GoBytes bytes -> bytes.bytes().length;
      default -> throw new GoFailure("can't slice item of type " + pointed(value), value.trace());
    };
  }

  private static GoValue part(GoValue value, int start, int end) {
    return switch (value) {
      case GoString text -> {
        int first = Utf8.offset(text.text(), start);
        yield new GoString(text.content().substring(first, Utf8.offset(text.text(), end)));
      }
      case GoList list ->
          new GoList(list.items().subList(start, end), list.typeName(), list.trace());
      case GoBytes bytes ->
          new GoBytes(Arrays.copyOfRange(bytes.bytes(), start, end), bytes.trace());
      default -> throw new IllegalArgumentException("Not sliceable: " + value.typeName());
    };
  }

  private static GoValue underlying(GoValue value) {
    GoValue underlying = value instanceof GoObject object ? object.underlying() : null;
    return underlying == null ? value : underlying;
  }

  /** The type behind a pointer. */
  private static String pointed(GoValue value) {
    String type = value.typeName();
    return type.startsWith("*") ? type.substring(1) : type;
  }
}
