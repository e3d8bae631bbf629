package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.Trace;

/** Arithmetic of Go's {@code time.Duration}: nanoseconds in 64 bits. */
final class GoDuration {

  static final long MICROSECOND = 1_000;
  static final long MILLISECOND = 1_000 * MICROSECOND;
  static final long SECOND = 1_000 * MILLISECOND;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  private GoDuration() {}

  static GoInt of(long nanoseconds, Trace trace) {
    return new GoInt(nanoseconds, GoInt.Type.DURATION, trace);
  }

  /** {@code Duration.String}: {@code 1h30m0s}, {@code 1.5s}, {@code 2µs}. */
  static String print(long nanoseconds) {
    return GoPrinter.text(of(nanoseconds, Trace.NONE));
  }

  /** {@code Duration.Round}: to the nearest multiple, halves away from zero. */
  static long round(long duration, long multiple) {
    if (multiple <= 0) {
      return duration;
    }
    long rest = Math.abs(duration % multiple);
    // Without overflow for multiples above half of the range.
    boolean down = rest < multiple - rest;
    if (duration < 0) {
      if (down) {
        return duration + rest;
      }
      long rounded = duration - (multiple - rest);
      return rounded < duration ? rounded : Long.MIN_VALUE;
    }
    if (down) {
      return duration - rest;
    }
    long rounded = duration + (multiple - rest);
    return rounded > duration ? rounded : Long.MAX_VALUE;
  }

  /** {@code Duration.Truncate}: towards zero. */
  static long truncate(long duration, long multiple) {
    return multiple <= 0 ? duration : duration - duration % multiple;
  }
}
