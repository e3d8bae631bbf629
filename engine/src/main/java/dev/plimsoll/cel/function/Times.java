package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.template.function.DurationText;
import dev.plimsoll.template.value.GoFailure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of timestamps and durations. */
final class Times implements Library {

  private static final Pattern RFC_3339 =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?"
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})");

  private static final Pattern OFFSET = Pattern.compile("[-+]?[0-9]{1,2}:[0-9]{1,2}");

  @Override
  public Object call(String function, Object[] arguments) {
    if (arguments[0] instanceof Duration duration && arguments.length == 1) {
      return part(function, duration);
    }
    if (arguments[0] instanceof Instant instant) {
      if (arguments.length == 1) {
        return part(function, instant.atZone(ZoneOffset.UTC));
      }
      if (arguments[1] instanceof String zone) {
        return part(function, instant.atZone(zone(zone)));
      }
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static long part(String function, Duration duration) {
    return switch (function) {
      case "getHours" -> duration.toHours();
      case "getMinutes" -> duration.toMinutes();
      case "getSeconds" -> duration.toNanos() / 1_000_000_000;
      case "getMilliseconds" -> duration.toNanos() / 1_000_000;
      default -> throw CelFailure.noOverload(function, duration);
    };
  }

  private static long part(String function, ZonedDateTime time) {
    return switch (function) {
      case "getFullYear" -> time.getYear();
      case "getMonth" -> time.getMonthValue() - 1L;
      case "getDayOfMonth" -> time.getDayOfMonth() - 1L;
      case "getDate" -> time.getDayOfMonth();
      case "getDayOfYear" -> time.getDayOfYear() - 1L;
      case "getDayOfWeek" -> time.getDayOfWeek().getValue() % 7;
      case "getHours" -> time.getHour();
      case "getMinutes" -> time.getMinute();
      case "getSeconds" -> time.getSecond();
      default -> time.getNano() / 1_000_000;
    };
  }

  private static ZoneId zone(String name) {
    try {
      if (!OFFSET.matcher(name).matches()) {
        return ZoneId.of(name);
      }
      int colon = name.indexOf(':');
      int hours = Integer.parseInt(name.substring(0, colon));
      int minutes = Integer.parseInt(name.substring(colon + 1));
      return ZoneOffset.ofTotalSeconds(
          60 * (hours * 60 + (name.startsWith("-") ? -minutes : minutes)));
    } catch (DateTimeException _) {
      throw CelFailure.of("unknown time zone " + name);
    }
  }

  static @Nullable Instant parseTimestamp(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(',', '.')).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  static @Nullable Duration parseDuration(String text) {
    try {
      return Duration.ofNanos(DurationText.parse(text));
    } catch (GoFailure _) {
      return null;
    }
  }

  /** RFC 3339 with as many digits behind the point as it takes. */
  static String print(Instant instant) {
    String text = instant.toString();
    int point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end) + "Z";
  }

  /** In seconds. */
  static String print(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return seconds.toPlainString() + "s";
  }
}
