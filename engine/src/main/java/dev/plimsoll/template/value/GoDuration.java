package dev.plimsoll.template.value;

/** Go's {@code time.Duration}: nanoseconds in 64 bits. */
public final class GoDuration {

  public static final long MICROSECOND = 1_000;
  public static final long MILLISECOND = 1_000 * MICROSECOND;
  public static final long SECOND = 1_000 * MILLISECOND;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;

  private GoDuration() {}

  /** {@code Duration.String}: {@code 1h30m0s}, {@code 1.5s}, {@code 2µs}. */
  public static String print(long duration) {
    if (duration == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder(duration < 0 ? "-" : "");
    // The smallest number has no positive counterpart, and is right when read without a sign.
    long size = duration < 0 ? -duration : duration;
    if (Long.compareUnsigned(size, SECOND) < 0) {
      return text + small(size);
    }
    long seconds = Long.divideUnsigned(size, SECOND);
    long hours = seconds / 3_600;
    if (hours > 0) {
      text.append(hours).append('h');
    }
    if (seconds >= 60) {
      text.append(seconds / 60 % 60).append('m');
    }
    text.append(decimal(seconds % 60, Long.remainderUnsigned(size, SECOND), 9));
    return text.append('s').toString();
  }

  private static String small(long nanoseconds) {
    if (nanoseconds < MICROSECOND) {
      return nanoseconds + "ns";
    }
    if (nanoseconds < MILLISECOND) {
      return decimal(nanoseconds / MICROSECOND, nanoseconds % MICROSECOND, 3) + "µs";
    }
    return decimal(nanoseconds / MILLISECOND, nanoseconds % MILLISECOND, 6) + "ms";
  }

  private static String decimal(long whole, long fraction, int digits) {
    if (fraction == 0) {
      return Long.toString(whole);
    }
    String padded = Long.toString(fraction);
    padded = "0".repeat(digits - padded.length()) + padded;
    int end = padded.length();
    while (padded.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + padded.substring(0, end);
  }

  /** {@code Duration.Round}: to the nearest multiple, halves away from zero. */
  public static long round(long duration, long multiple) {
    if (multiple <= 0) {
      return duration;
    }
    long rest = duration % multiple;
    if (duration < 0) {
      rest = -rest;
      if (rest + rest >= 0 && rest + rest < multiple) {
        return duration + rest;
      }
      long rounded = duration - multiple + rest;
      return rounded < duration ? rounded : Long.MIN_VALUE;
    }
    if (rest + rest >= 0 && rest + rest < multiple) {
      return duration - rest;
    }
    long rounded = duration + multiple - rest;
    return rounded > duration ? rounded : Long.MAX_VALUE;
  }

  /** {@code Duration.Truncate}: towards zero. */
  public static long truncate(long duration, long multiple) {
    return multiple <= 0 ? duration : duration - duration % multiple;
  }
}
