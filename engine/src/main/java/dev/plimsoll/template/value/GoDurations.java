package dev.plimsoll.template.value;

import java.math.BigDecimal;
import java.util.List;

/** Text of the number types that have a {@code String} method. */
final class GoDurations {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private GoDurations() {}

  /** {@code time.Duration.String}. */
  static String duration(long nanoseconds) {
    if (nanoseconds == 0) {
      return "0s";
    }
    String sign = nanoseconds < 0 ? "-" : "";
    // Read as unsigned: the smallest number has no positive counterpart.
    long size = Math.abs(nanoseconds);
    if (Long.compareUnsigned(size, SECOND) < 0) {
      return sign + subSecond(size);
    }
    long seconds = Long.divideUnsigned(size, SECOND);
    String text = fraction(Long.remainderUnsigned(size, SECOND), SECOND, seconds % 60) + "s";
    if (seconds >= 60) {
      text = seconds / 60 % 60 + "m" + text;
    }
    if (seconds >= 3600) {
      text = seconds / 3600 + "h" + text;
    }
    return sign + text;
  }

  /** {@code time.Month.String}. */
  static String month(long month) {
    return month >= 1 && month <= 12 ? MONTHS.get((int) month - 1) : "%!Month(" + month + ")";
  }

  /** {@code time.Weekday.String}. */
  static String weekday(long day) {
    return day >= 0 && day <= 6 ? WEEKDAYS.get((int) day) : "%!Weekday(" + day + ")";
  }

  private static String subSecond(long size) {
    if (size < MICROSECOND) {
      return size + "ns";
    }
    if (size < MILLISECOND) {
      return fraction(size % MICROSECOND, MICROSECOND, size / MICROSECOND) + "µs";
    }
    return fraction(size % MILLISECOND, MILLISECOND, size / MILLISECOND) + "ms";
  }

  private static String fraction(long part, long unit, long whole) {
    BigDecimal exact = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(unit));
    return exact.add(BigDecimal.valueOf(whole)).stripTrailingZeros().toPlainString();
  }
}
