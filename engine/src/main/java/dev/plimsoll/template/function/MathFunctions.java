package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.integer;
import static dev.plimsoll.template.function.Operands.traces;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Conversions and arithmetic ({@code numeric.go} and {@code functions.go} of Sprig). */
final class MathFunctions {

  private static final Signature ANY = Signature.of(Parameter.ANY);
  private static final Signature TWO = Signature.of(Parameter.ANY, Parameter.ANY);
  private static final Signature SOME = Signature.variadic(Parameter.ANY, Parameter.ANY);

  /** The places behind the point that shopspring's {@code Div} computes. */
  private static final int DIVISION_PLACES = 16;

  private MathFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        new TemplateFunction(
            "atoi",
            Signature.of(Parameter.STRING),
            (context, arguments) ->
                GoInt.of(Cast.atoi(Operands.text(arguments, 0)), traces(arguments))),
        new TemplateFunction(
            "int",
            ANY,
            (context, arguments) ->
                GoInt.of(Cast.toInt64(arguments.getFirst()), traces(arguments))),
        new TemplateFunction(
            "int64",
            ANY,
            (context, arguments) ->
                GoInt.int64(Cast.toInt64(arguments.getFirst()), traces(arguments))),
        new TemplateFunction("toDecimal", ANY, MathFunctions::toDecimal),
        floating("float64", number -> number),
        floating("floor", Math::floor),
        floating("ceil", Math::ceil),
        new TemplateFunction(
            "round",
            Signature.variadic(Parameter.ANY, Parameter.INT, Parameter.FLOAT64),
            MathFunctions::round),
        new TemplateFunction(
            "add1",
            ANY,
            (context, arguments) ->
                GoInt.int64(Cast.toInt64(arguments.getFirst()) + 1, traces(arguments))),
        new TemplateFunction(
            "add",
            Signature.variadic(Parameter.ANY),
            (context, arguments) -> GoInt.int64(sum(arguments), traces(arguments))),
        integral("sub", TWO, (a, b) -> a - b),
        integral("mul", SOME, (a, b) -> a * b),
        integral("div", TWO, (a, b) -> a / divisor(b)),
        integral("mod", TWO, (a, b) -> a % divisor(b)),
        integral("max", SOME, Math::max),
        integral("biggest", SOME, Math::max),
        integral("min", SOME, Math::min),
        reducing("maxf", Math::max),
        reducing("minf", Math::min),
        new TemplateFunction(
            "add1f",
            ANY,
            (context, arguments) ->
                float64(decimal(arguments.getFirst()).add(BigDecimal.ONE), arguments)),
        new TemplateFunction("addf", Signature.variadic(Parameter.ANY), MathFunctions::addf),
        decimal("subf", BigDecimal::subtract),
        decimal("mulf", BigDecimal::multiply),
        decimal("divf", MathFunctions::divide));
  }

  private static TemplateFunction integral(
      String name, Signature signature, LongBinaryOperator operation) {
    return new TemplateFunction(
        name,
        signature,
        (context, arguments) -> {
          long result = Cast.toInt64(arguments.getFirst());
          for (GoValue argument : arguments.subList(1, arguments.size())) {
            result = operation.applyAsLong(result, Cast.toInt64(argument));
          }
          return GoInt.int64(result, traces(arguments));
        });
  }

  private static TemplateFunction floating(String name, DoubleUnaryOperator operation) {
    return new TemplateFunction(
        name,
        ANY,
        (context, arguments) ->
            new GoFloat(
                operation.applyAsDouble(Cast.toFloat64(arguments.getFirst())), traces(arguments)));
  }

  private static TemplateFunction reducing(String name, DoubleBinaryOperator operation) {
    return new TemplateFunction(
        name,
        SOME,
        (context, arguments) -> {
          double result = Cast.toFloat64(arguments.getFirst());
          for (GoValue argument : arguments.subList(1, arguments.size())) {
            result = operation.applyAsDouble(result, Cast.toFloat64(argument));
          }
          return new GoFloat(result, traces(arguments));
        });
  }

  /** {@code execDecimalOp}: decimal fractions instead of binary ones. */
  private static TemplateFunction decimal(String name, BinaryOperator<BigDecimal> operation) {
    return new TemplateFunction(
        name,
        SOME,
        (context, arguments) -> {
          BigDecimal result = decimal(arguments.getFirst());
          for (GoValue argument : arguments.subList(1, arguments.size())) {
            result = operation.apply(result, decimal(argument));
          }
          return float64(result, arguments);
        });
  }

  private static GoValue addf(FunctionContext context, List<GoValue> arguments) {
    BigDecimal result = BigDecimal.ZERO;
    for (GoValue argument : arguments) {
      result = result.add(decimal(argument));
    }
    return float64(result, arguments);
  }

  private static BigDecimal divide(BigDecimal one, BigDecimal other) {
    if (other.signum() == 0) {
      throw new GoFailure("decimal division by 0");
    }
    return one.divide(other, DIVISION_PLACES, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(GoValue value) {
    double number = Cast.toFloat64(value);
    if (!Double.isFinite(number)) {
      throw new GoFailure(
          "Cannot create a Decimal from " + GoPrinter.text(new GoFloat(number, value.trace())),
          value.trace());
    }
    return new BigDecimal(Double.toString(number));
  }

  private static GoFloat float64(BigDecimal value, List<GoValue> arguments) {
    return new GoFloat(value.doubleValue(), traces(arguments));
  }

  private static long sum(List<GoValue> arguments) {
    long sum = 0;
    for (GoValue argument : arguments) {
      sum += Cast.toInt64(argument);
    }
    return sum;
  }

  private static long divisor(long number) {
    if (number == 0) {
      throw new GoFailure("runtime error: integer divide by zero");
    }
    return number;
  }

  /** {@code toDecimal}: the digits of an octal number. */
  private static GoValue toDecimal(FunctionContext context, List<GoValue> arguments) {
    String digits = GoPrinter.text(arguments.getFirst());
    return GoInt.int64(Cast.parseInt(digits, 8).orElse(0), traces(arguments));
  }

  /** {@code round}: half up, or from another fraction on. */
  private static GoValue round(FunctionContext context, List<GoValue> arguments) {
    double on = arguments.size() > 2 ? ((GoFloat) arguments.get(2)).value() : 0.5;
    double power = Math.pow(10, integer(arguments, 1));
    double digit = power * Cast.toFloat64(arguments.getFirst());
    double whole = digit < 0 ? Math.ceil(digit) : Math.floor(digit);
    double rounded = digit - whole >= on ? Math.ceil(digit) : Math.floor(digit);
    return new GoFloat(rounded / power, traces(arguments));
  }
}
