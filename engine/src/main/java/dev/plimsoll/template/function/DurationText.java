package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import org.jspecify.annotations.Nullable;

/** Reads a duration as Go's {@code time.ParseDuration} does. */
public final class DurationText {

  private final String text;
  private int at;

  private DurationText(String text) {
    this.text = text;
  }

  /**
   * The nanoseconds.
   *
   * @throws GoFailure with the text of Go's error
   */
  public static long parse(String text) {
    return new DurationText(text).read();
  }

  private long read() {
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at = 1;
    }
    String size = text.substring(at);
    if (size.equals("0")) {
      return 0;
    }
    if (size.isEmpty()) {
      throw failure("invalid duration");
    }
    // Unsigned: the smallest duration has a size that fits no signed number.
    long total = 0;
    while (at < text.length()) {
      total += part();
      if (Long.compareUnsigned(total, Long.MIN_VALUE) > 0) {
        throw failure("invalid duration");
      }
    }
    if (!negative && total < 0) {
      throw failure("invalid duration");
    }
    return negative ? -total : total;
  }

  private long part() {
    int start = at;
    skipDigits();
    String whole = text.substring(start, at);
    String fraction = "";
    if (at < text.length() && text.charAt(at) == '.') {
      int point = ++at;
      skipDigits();
      fraction = text.substring(point, at);
    }
    if (whole.isEmpty() && fraction.isEmpty()) {
      throw failure("invalid duration");
    }
    long value = whole(whole);
    long unit = unit();
    if (Long.compareUnsigned(value, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
      throw failure("invalid duration");
    }
    return value * unit + fraction(fraction, unit);
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private long whole(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (value < 0 || value > Long.MAX_VALUE / 10) {
        throw failure("invalid duration");
      }
      value = value * 10 + (digits.charAt(i) - '0');
      if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
        throw failure("invalid duration");
      }
    }
    return value;
  }

  /** Go computes fractions in floating point, from as many digits as fit 63 bits. */
  private static long fraction(String digits, long unit) {
    long value = 0;
    double scale = 1;
    for (int i = 0; i < digits.length() && value <= Long.MAX_VALUE / 10; i++) {
      long next = value * 10 + (digits.charAt(i) - '0');
      if (next < 0) {
        break;
      }
      value = next;
      scale *= 10;
    }
    return (long) (value * (unit / scale));
  }

  private long unit() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw failure("missing unit in duration");
    }
    String unit = text.substring(start, at);
    Long size = size(unit);
    if (size == null) {
      throw failure("unknown unit " + TimeQuote.of(unit) + " in duration");
    }
    return size;
  }

  private static @Nullable Long size(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "\u00b5s", "\u03bcs" -> GoDuration.MICROSECOND;
      case "ms" -> GoDuration.MILLISECOND;
      case "s" -> GoDuration.SECOND;
      case "m" -> GoDuration.MINUTE;
      case "h" -> GoDuration.HOUR;
      default -> null;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private GoFailure failure(String what) {
    return new GoFailure("time: " + what + " " + TimeQuote.of(text));
  }
}
