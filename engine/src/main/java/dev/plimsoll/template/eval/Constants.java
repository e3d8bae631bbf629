package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.syntax.NodeText;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import org.jspecify.annotations.Nullable;

/** Constants of templates, which take the type of the parameter that they are for. */
final class Constants {

  private Constants() {}

  /** A constant as an argument of that type; one that fails if it cannot be. */
  static Expression of(Place place, Operand operand, Parameter type) {
    if (operand instanceof Operand.Nil) {
      return Arguments.canBeNil(type)
          ? new Constant(place, nil(type))
          : new Failing(place, "cannot assign nil to " + type.typeName(), true);
    }
    GoValue value =
        switch (type) {
          case ANY, REFLECT -> natural(operand);
          case STRING -> operand instanceof Operand.Text ? natural(operand) : null;
          case BOOL -> operand instanceof Operand.Bool ? natural(operand) : null;
          case INT -> integer(operand, GoInt.Type.INT);
          case INT64 -> integer(operand, GoInt.Type.INT64);
          case DURATION -> integer(operand, GoInt.Type.DURATION);
          case UINT32 -> unsigned(operand);
          case FLOAT64 ->
              operand instanceof Operand.Numeral number && number.isFloat()
                  ? new GoFloat(number.floatValue(), Trace.NONE)
                  : null;
          case BYTES, LIST, STRINGS, MAP, TIME, CERTIFICATE -> null;
        };
    return value == null
        ? new Failing(place, problem(operand, type), true)
        : new Constant(place, value);
  }

  private static GoValue nil(Parameter type) {
    return type == Parameter.ANY || type == Parameter.REFLECT
        ? GoNil.LITERAL
        : ZeroValues.of(type.typeName(), Trace.NONE);
  }

  /** The value of a constant that nobody wants to be of a type; null if a number is too large. */
  private static @Nullable GoValue natural(Operand operand) {
    return switch (operand) {
      case Operand.Bool bool -> new GoBool(bool.value(), Trace.NONE);
      case Operand.Text text -> GoString.of(text.value());
      case Operand.Numeral number -> natural(number);
      default -> throw new IllegalArgumentException("No constant: " + operand);
    };
  }

  private static @Nullable GoValue natural(Operand.Numeral number) {
    if (number.isComplex()) {
      return null;
    }
    if (number.isFloat() && looksLikeFloat(number.text())) {
      return new GoFloat(number.floatValue(), Trace.NONE);
    }
    return number.isInt() ? GoInt.of(number.intValue(), Trace.NONE) : null;
  }

  private static boolean looksLikeFloat(String text) {
    boolean isRune = text.startsWith("'");
    boolean isHexadecimal =
        text.length() > 2
            && (text.startsWith("0x") || text.startsWith("0X"))
            && !text.contains("p")
            && !text.contains("P");
    return !isRune && !isHexadecimal && text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
  }

  private static @Nullable GoValue integer(Operand operand, GoInt.Type type) {
    return operand instanceof Operand.Numeral number && number.isInt()
        ? new GoInt(number.intValue(), type, Trace.NONE)
        : null;
  }

  /** A constant of more bits loses those in front. */
  private static @Nullable GoValue unsigned(Operand operand) {
    return operand instanceof Operand.Numeral number && number.isUint()
        ? new GoInt(number.uintValue() & 0xFFFF_FFFFL, GoInt.Type.UINT32, Trace.NONE)
        : null;
  }

  private static String problem(Operand operand, Parameter type) {
    String text = NodeText.of(operand);
    return switch (type) {
      case ANY, REFLECT ->
          operand instanceof Operand.Numeral number && number.isComplex()
              ? "complex numbers are not supported: " + text
              : text + " overflows int";
      case STRING -> "expected string; found " + text;
      case BOOL -> "expected bool; found " + text;
      case INT, INT64, DURATION -> "expected integer; found " + text;
      case UINT32 -> "expected unsigned integer; found " + text;
      case FLOAT64 -> "expected float; found " + text;
      case BYTES, LIST, STRINGS, MAP, TIME, CERTIFICATE ->
          "can't handle " + text + " for arg of type " + type.typeName();
    };
  }
}
