package dev.plimsoll.template.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes values under a verb and flags: {@code fmt}'s printer for operands. */
final class ValueFormatter {

  /** Go has no limit and overflows its stack on a map that holds itself. */
  private static final int DEEPEST = 500;

  private final TextBuilder out;
  private final FormatFlags flags;
  private final TextFormatter texts;
  private final LongConsumer charge;

  ValueFormatter(TextBuilder out, FormatFlags flags, LongConsumer charge) {
    this.out = out;
    this.flags = flags;
    this.charge = charge;
    this.texts = new TextFormatter(out, flags, charge);
  }

  /** Writes an operand. */
  void argument(GoValue value, int verb) {
    switch (verb) {
      case 'T' -> type(value);
      case 'p' -> pointer(value);
      case 'w' -> wrapped(value);
      default -> {
        if (value instanceof GoNil) {
          nil(value, verb);
        } else {
          write(value, verb, 0);
        }
      }
    }
  }

  private void type(GoValue value) {
    if (value instanceof GoNil) {
      texts.pad("<nil>", value.trace());
    } else {
      texts.truncated(TracedText.computed(value.typeName(), value.trace()));
    }
  }

  /** {@code %w} is for errors alone; only simple types are asked what they make of it. */
  private void wrapped(GoValue value) {
    if (value instanceof GoNil) {
      nil(value, 'w');
    } else if (value instanceof GoBytes) {
      write(value, 'w', 1);
    } else {
      bad(value, 'w', 0);
    }
  }

  private void nil(GoValue value, int verb) {
    if (verb == 'v') {
      texts.pad("<nil>", value.trace());
    } else {
      out.append("%!" + Character.toString(verb) + "(<nil>)", value.trace());
    }
  }

  /** Addresses differ from run to run, so this one is as good as any. */
  private void pointer(GoValue value) {
    boolean hasAddress =
        value instanceof GoMap || value instanceof GoList || value instanceof GoBytes;
    if (hasAddress) {
      texts.pad(flags.sharp ? "c000012000" : "0xc000012000", value.trace());
    } else if (value instanceof GoNil) {
      out.append("%!p(<nil>)", value.trace());
    } else {
      bad(value, 'p', 0);
    }
  }

  private void write(GoValue value, int verb, int depth) {
    if (depth > DEEPEST) {
      throw new GoFailure("a value is nested deeper than " + DEEPEST + " levels", value.trace());
    }
    switch (value) {
      case GoNil _ -> out.append(flags.sharpV ? "interface {}(nil)" : "<nil>", value.trace());
      case GoBool bool -> bool(bool, verb, depth);
      case GoInt integer -> integer(integer, verb, depth);
      case GoFloat number -> floating(number, verb, depth);
      case GoString string -> string(string.content(), value, verb, depth);
      case GoBytes bytes -> bytes(bytes, verb, depth);
      case GoList list -> list(list.items(), list, verb, depth);
      case GoMap map -> map(map, verb, depth);
      case GoObject object -> object(object, verb, depth);
    }
  }

  private void bool(GoBool value, int verb, int depth) {
    if (verb == 't' || verb == 'v') {
      texts.pad(GoPrinter.scalar(value));
    } else {
      bad(value, verb, depth);
    }
  }

  /** {@code %v} of an integer: its digits, or what its type's {@code String} method says. */
  static String text(GoInt integer) {
    long value = integer.value();
    return switch (integer.type()) {
      case DURATION -> GoDurations.duration(value);
      case MONTH -> GoDurations.month(value);
      case WEEKDAY -> GoDurations.weekday(value);
      case INT, INT8, INT16, INT32, INT64 -> Long.toString(value);
      case UINT, UINT8, UINT16, UINT32, UINT64 -> Long.toUnsignedString(value);
    };
  }

  static boolean hasStringMethod(GoInt integer) {
    return integer.type() == GoInt.Type.DURATION
        || integer.type() == GoInt.Type.MONTH
        || integer.type() == GoInt.Type.WEEKDAY;
  }

  private void integer(GoInt integer, int verb, int depth) {
    if (hasStringMethod(integer)
        && !flags.sharpV
        && (verb == 'v' || verb == 's' || verb == 'x' || verb == 'X' || verb == 'q')) {
      string(TracedText.computed(text(integer), integer.trace()), integer, verb, depth);
      return;
    }
    long value = integer.value();
    boolean isSigned = integer.type().isSigned();
    switch (verb) {
      case 'v' -> {
        if (flags.sharpV && !isSigned) {
          flags.sharp = true;
          integer(integer, value, false, 'x');
          flags.sharp = false;
        } else {
          integer(integer, value, isSigned, verb);
        }
      }
      case 'd', 'b', 'o', 'O', 'x', 'X' -> integer(integer, value, isSigned, verb);
      case 'c' -> texts.pad(NumberFormat.character(value), integer.trace());
      case 'q' -> texts.pad(GoQuotes.quoteRune(value, flags.plus), integer.trace());
      case 'U' -> texts.padBlank(NumberFormat.unicode(value, flags), integer.trace());
      default -> bad(integer, verb, depth);
    }
  }

  private void integer(GoInt integer, long value, boolean isSigned, int verb) {
    charge.accept(Math.max(flags.width, flags.precision));
    number(integer, NumberFormat.integer(value, isSigned, verb, flags));
  }

  /** Numbers as their source has them are verbatim even if a format was named. */
  private void number(GoValue value, String text) {
    TracedText plain = GoPrinter.scalar(value);
    if (plain.text().equals(text)) {
      texts.padBlank(plain);
    } else {
      texts.padBlank(text, value.trace());
    }
  }

  private void floating(GoFloat number, int verb, int depth) {
    switch (verb) {
      case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E' -> {
        charge.accept(Math.max(flags.width, flags.precision));
        number(number, NumberFormat.floating(number.value(), verb, flags));
      }
      default -> bad(number, verb, depth);
    }
  }

  private void string(TracedText content, GoValue value, int verb, int depth) {
    switch (verb) {
      case 'v' -> {
        if (flags.sharpV) {
          texts.quoted(content);
        } else {
          texts.truncated(content);
        }
      }
      case 's' -> texts.truncated(content);
      case 'q' -> texts.quoted(content);
      case 'x', 'X' ->
          texts.hexadecimal(content.text().getBytes(StandardCharsets.UTF_8), verb, value.trace());
      default -> bad(value, verb, depth);
    }
  }

  private void bytes(GoBytes value, int verb, int depth) {
    byte[] bytes = value.bytes();
    switch (verb) {
      case 's' -> texts.truncated(text(value));
      case 'q' -> texts.quoted(text(value));
      case 'x', 'X' -> texts.hexadecimal(bytes, verb, value.trace());
      default -> {
        String open = flags.sharpV ? (depth == 0 ? "[]byte{" : "[]uint8{") : "[";
        out.append(open, value.trace());
        for (int i = 0; i < bytes.length; i++) {
          separate(i, value);
          integer(new GoInt(bytes[i] & 0xff, GoInt.Type.UINT8, value.trace()), verb, depth + 1);
        }
        out.append(flags.sharpV ? "}" : "]", value.trace());
      }
    }
  }

  private static TracedText text(GoBytes value) {
    return TracedText.computed(new String(value.bytes(), StandardCharsets.UTF_8), value.trace());
  }

  private void list(List<GoValue> items, GoList list, int verb, int depth) {
    out.append(flags.sharpV ? list.typeName() + "{" : "[", list.trace());
    for (int i = 0; i < items.size(); i++) {
      separate(i, list);
      write(items.get(i), verb, depth + 1);
    }
    out.append(flags.sharpV ? "}" : "]", list.trace());
  }

  private void map(GoMap map, int verb, int depth) {
    out.append(flags.sharpV ? map.typeName() + "{" : "map[", map.trace());
    List<String> keys = map.sortedKeys();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      separate(i, map);
      TracedText keyText = map.keyText(key);
      string(keyText, new GoString(keyText), verb, depth + 1);
      out.append(":", map.trace());
      GoValue value = map.get(key);
      write(value == null ? GoNil.LITERAL : value, verb, depth + 1);
    }
    out.append(flags.sharpV ? "}" : "]", map.trace());
  }

  private void separate(int index, GoValue container) {
    charge.accept(1);
    if (index > 0) {
      out.append(flags.sharpV ? ", " : " ", container.trace());
    }
  }

  private void object(GoObject object, int verb, int depth) {
    GoValue underlying = object.underlying();
    if (underlying != null && !object.isStringer()) {
      write(underlying, verb, depth);
      return;
    }
    TracedText text = TracedText.computed(object.print(), object.trace());
    if (object.isStringer()) {
      string(text, object, verb, depth);
    } else {
      texts.truncated(text);
    }
  }

  /** What a verb makes of a value that it is not for: {@code %!d(string=x)}. */
  private void bad(GoValue value, int verb, int depth) {
    out.append("%!" + Character.toString(verb) + "(" + value.typeName() + "=", value.trace());
    if (value instanceof GoInt integer && hasStringMethod(integer)) {
      // Go calls no methods while it reports a problem.
      integer(integer, integer.value(), true, 'd');
    } else if (value instanceof GoObject object) {
      texts.truncated(TracedText.computed(object.print(), object.trace()));
    } else {
      write(value, 'v', depth);
    }
    out.append(")", value.trace());
  }
}
