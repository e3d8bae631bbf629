package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.JsonPrinter;
import java.util.List;

/** {@code eq}, {@code ne}, {@code lt}, {@code le}, {@code gt}, {@code ge}. */
final class Comparison {

  /** What Go compares by. */
  private enum Kind {
    NONE,
    BOOL,
    INT,
    UINT,
    FLOAT,
    STRING
  }

  private Comparison() {}

  static GoValue eq(Object context, List<GoValue> values) {
    GoValue first = values.getFirst();
    if (values.size() < 2) {
      throw new GoFailure("missing argument for comparison");
    }
    Trace trace = first.trace();
    for (int i = 1; i < values.size(); i++) {
      trace = trace.and(values.get(i).trace());
      if (isEqual(first, values.get(i))) {
        return new GoBool(true, trace);
      }
    }
    return new GoBool(false, trace);
  }

  static GoValue ne(Object context, List<GoValue> values) {
    return result(values, !isEqual(values.get(0), values.get(1)));
  }

  static GoValue lt(Object context, List<GoValue> values) {
    return result(values, isLess(values.get(0), values.get(1)));
  }

  static GoValue le(Object context, List<GoValue> values) {
    return result(values, isLessOrEqual(values));
  }

  static GoValue gt(Object context, List<GoValue> values) {
    return result(values, !isLessOrEqual(values));
  }

  static GoValue ge(Object context, List<GoValue> values) {
    return result(values, !isLess(values.get(0), values.get(1)));
  }

  private static boolean isLessOrEqual(List<GoValue> values) {
    return isLess(values.get(0), values.get(1)) || isEqual(values.get(0), values.get(1));
  }

  private static GoBool result(List<GoValue> values, boolean truth) {
    return new GoBool(truth, values.get(0).trace().and(values.get(1).trace()));
  }

  private static Kind kind(GoValue value) {
    return switch (value) {
      case GoBool _ -> Kind.BOOL;
      case GoInt integer -> integer.type().isSigned() ? Kind.INT : Kind.UINT;
      case GoFloat _ -> Kind.FLOAT;
      case GoString _ -> Kind.STRING;
      case GoNil _, GoBytes _, GoList _, GoMap _, GoObject _ -> Kind.NONE;
    };
  }

  private static boolean isEqual(GoValue one, GoValue other) {
    Kind kind = kind(one);
    Kind otherKind = kind(other);
    if (kind != otherKind) {
      return isEqualOfKinds(one, kind, other, otherKind);
    }
    return switch (kind) {
      case BOOL -> ((GoBool) one).value() == ((GoBool) other).value();
      case INT, UINT -> ((GoInt) one).value() == ((GoInt) other).value();
      case FLOAT -> ((GoFloat) one).value() == ((GoFloat) other).value();
      case STRING -> ((GoString) one).text().equals(((GoString) other).text());
      case NONE -> isSame(one, other);
    };
  }

  private static boolean isEqualOfKinds(GoValue one, Kind kind, GoValue other, Kind otherKind) {
    if (areIntegers(kind, otherKind)) {
      // With the highest bit set one of them is negative, and the other too large to be equal.
      return ((GoInt) one).value() == ((GoInt) other).value() && ((GoInt) one).value() >= 0;
    }
    if (one instanceof GoNil || other instanceof GoNil) {
      return false;
    }
    throw incompatible(one, other);
  }

  private static boolean areIntegers(Kind kind, Kind other) {
    return (kind == Kind.INT && other == Kind.UINT) || (kind == Kind.UINT && other == Kind.INT);
  }

  private static GoFailure incompatible(GoValue one, GoValue other) {
    return new GoFailure(
        "incompatible types for comparison: " + one.typeName() + " and " + other.typeName(),
        one.trace().and(other.trace()));
  }

  /** Values that Go has no {@code ==} for, nil, and pointers. */
  private static boolean isSame(GoValue one, GoValue other) {
    if (!one.kindName().equals(other.kindName())
        && !(one instanceof GoNil)
        && !(other instanceof GoNil)) {
      throw new GoFailure(
          "non-comparable types "
              + shown(one)
              + ": "
              + one.typeName()
              + ", "
              + other.typeName()
              + ": "
              + GoPrinter.text(other),
          one.trace().and(other.trace()));
    }
    if (isNil(one) || isNil(other)) {
      return isNil(one) == isNil(other);
    }
    if (!(other instanceof GoObject)) {
      throw new GoFailure(
          "non-comparable type " + shown(other) + ": " + other.typeName(), other.trace());
    }
    return one.equals(other);
  }

  private static boolean isNil(GoValue value) {
    return value instanceof GoNil || (value instanceof GoMap map && map.isNil());
  }

  private static String shown(GoValue value) {
    return GoPrinter.sprintf(TracedText.untracked("%s"), List.of(value)).text();
  }

  private static boolean isLess(GoValue one, GoValue other) {
    Kind kind = kind(one);
    Kind otherKind = kind(other);
    if (kind == Kind.NONE || otherKind == Kind.NONE) {
      throw invalid(one, other);
    }
    if (kind != otherKind) {
      if (!areIntegers(kind, otherKind)) {
        throw incompatible(one, other);
      }
      return isLess((GoInt) one, (GoInt) other);
    }
    return switch (kind) {
      case INT -> ((GoInt) one).value() < ((GoInt) other).value();
      case UINT -> Long.compareUnsigned(((GoInt) one).value(), ((GoInt) other).value()) < 0;
      case FLOAT -> ((GoFloat) one).value() < ((GoFloat) other).value();
      case STRING ->
          JsonPrinter.KEY_ORDER.compare(((GoString) one).text(), ((GoString) other).text()) < 0;
      case BOOL, NONE -> throw invalid(one, other);
    };
  }

  /** One signed, the other unsigned. */
  private static boolean isLess(GoInt one, GoInt other) {
    if (one.type().isSigned()) {
      return one.value() < 0 || Long.compareUnsigned(one.value(), other.value()) < 0;
    }
    return other.value() >= 0 && Long.compareUnsigned(one.value(), other.value()) < 0;
  }

  private static GoFailure invalid(GoValue one, GoValue other) {
    return new GoFailure("invalid type for comparison", one.trace().and(other.trace()));
  }
}
