package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.regex.Pattern;

/** Durations ({@code date.go} of Sprig, {@code funcs.go} of Helm 4). */
final class DurationFunctions {

  private static final Signature ANY = Signature.of(Parameter.ANY);

  /** Digits beyond a thousand make no other number. */
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,1000}");

  /** A year of 365 days, a month of 30: units as {@code durationRound} counts them. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit(365 * 24 * GoDuration.HOUR, "y"),
          new Unit(30 * 24 * GoDuration.HOUR, "mo"),
          new Unit(24 * GoDuration.HOUR, "d"),
          new Unit(GoDuration.HOUR, "h"),
          new Unit(GoDuration.MINUTE, "m"),
          new Unit(GoDuration.SECOND, "s"));

  private record Unit(long size, String name) {}

  private DurationFunctions() {}

  static List<TemplateFunction> family(HelmVersion helm) {
    List<TemplateFunction> family = new ArrayList<>();
    family.add(new TemplateFunction("duration", ANY, DurationFunctions::duration));
    family.add(new TemplateFunction("durationRound", ANY, DurationFunctions::durationRound));
    if (helm.isAtLeast(4, 0, 0)) {
      addHelm4(family);
    }
    return family;
  }

  private static void addHelm4(List<TemplateFunction> family) {
    Signature two = Signature.of(Parameter.ANY, Parameter.ANY);
    family.add(new TemplateFunction("mustToDuration", ANY, DurationFunctions::mustToDuration));
    family.add(number("durationSeconds", d -> parts(d, GoDuration.SECOND)));
    family.add(number("durationMinutes", d -> parts(d, GoDuration.MINUTE)));
    family.add(number("durationHours", DurationFunctions::hours));
    family.add(number("durationDays", d -> hours(d) / 24));
    family.add(number("durationWeeks", d -> hours(d) / 24 / 7));
    family.add(integer("durationMilliseconds", GoDuration.MILLISECOND));
    family.add(integer("durationMicroseconds", GoDuration.MICROSECOND));
    family.add(integer("durationNanoseconds", 1));
    family.add(
        new TemplateFunction(
            "durationRoundTo",
            two,
            (context, arguments) -> toMultiple(arguments, GoDuration::round)));
    family.add(
        new TemplateFunction(
            "durationTruncateTo",
            two,
            (context, arguments) -> toMultiple(arguments, GoDuration::truncate)));
  }

  /** {@code duration}: seconds; texts and {@code int64} alone count. */
  private static GoValue duration(FunctionContext context, List<GoValue> arguments) {
    GoValue seconds = arguments.getFirst();
    long count =
        switch (seconds) {
          case GoString text -> parseInt(text.text());
          case GoInt number when number.type() == GoInt.Type.INT64 -> number.value();
          default -> 0;
        };
    return GoString.computed(GoDuration.print(count * GoDuration.SECOND), seconds.trace());
  }

  /** {@code strconv.ParseInt} without its error: the nearest number, or 0 for what is none. */
  private static long parseInt(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return 0;
    }
    BigInteger number = new BigInteger(text);
    if (number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    return number.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  /** {@code durationRound}: the largest unit alone. */
  private static GoValue durationRound(FunctionContext context, List<GoValue> arguments) {
    GoValue value = arguments.getFirst();
    long duration =
        switch (value) {
          case GoString text -> parsed(text);
          case GoInt number when number.type() == GoInt.Type.INT64 -> number.value();
          case GoTime time -> DateFunctions.now(context).minus(time.instant());
          default -> 0;
        };
    // Unsigned: the smallest duration has no positive counterpart.
    long size = duration < 0 ? -duration : duration;
    String text = "0s";
    for (Unit unit : UNITS.reversed()) {
      if (Long.compareUnsigned(size, unit.size) > 0) {
        text = Long.divideUnsigned(size, unit.size) + unit.name;
      }
    }
    return GoString.computed(text, value.trace());
  }

  private static long parsed(GoString text) {
    try {
      return DurationText.parse(text.text());
    } catch (GoFailure e) {
      return 0;
    }
  }

  /** {@code mustToDuration}. */
  private static GoValue mustToDuration(FunctionContext context, List<GoValue> arguments) {
    GoValue value = arguments.getFirst();
    return GoDuration.of(AnyDuration.read(value), value.trace());
  }

  /** A function that gives a {@code float64}; errors count as a duration of 0. */
  private static TemplateFunction number(String name, LongToDoubleFunction size) {
    return new TemplateFunction(
        name,
        ANY,
        (context, arguments) -> {
          GoValue value = arguments.getFirst();
          return new GoFloat(size.applyAsDouble(orZero(value)), value.trace());
        });
  }

  /** A function that gives an {@code int64}; errors count as a duration of 0. */
  private static TemplateFunction integer(String name, long unit) {
    return new TemplateFunction(
        name,
        ANY,
        (context, arguments) -> {
          GoValue value = arguments.getFirst();
          return GoInt.int64(orZero(value) / unit, value.trace());
        });
  }

  private static long orZero(GoValue value) {
    try {
      return AnyDuration.read(value);
    } catch (GoFailure e) {
      return 0;
    }
  }

  /**
   * {@code durationRoundTo} and {@code durationTruncateTo}: the duration itself without a multiple.
   */
  private static GoValue toMultiple(List<GoValue> arguments, LongBinaryOperator change) {
    GoValue value = arguments.getFirst();
    GoValue multiple = arguments.get(1);
    Trace both = value.trace().and(multiple.trace());
    long duration = orZero(value);
    try {
      return GoDuration.of(change.applyAsLong(duration, AnyDuration.read(multiple)), both);
    } catch (GoFailure e) {
      return GoDuration.of(duration, both);
    }
  }

  /** {@code Duration.Seconds} and the like: whole units and the rest, each by itself. */
  private static double parts(long duration, long unit) {
    long whole = duration / unit;
    return whole + (double) (duration % unit) / unit;
  }

  private static double hours(long duration) {
    return parts(duration, GoDuration.HOUR);
  }
}
