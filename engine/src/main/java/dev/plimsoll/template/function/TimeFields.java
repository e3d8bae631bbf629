package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Trace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What was read of a time, and what Go makes of it. */
final class TimeFields {

  private static final int UNKNOWN = -1;

  int year;
  int month = UNKNOWN;
  int day = UNKNOWN;
  int yearDay = UNKNOWN;
  int hour;
  int minute;
  int second;
  int nanoseconds;
  boolean isMorning;
  boolean isAfternoon;
  boolean isUtc;
  boolean hasOffset;
  int offset;
  String zoneName = "";

  /** Fills in what was not read, and says what does not fit together; empty if all does. */
  String complete() {
    if (isAfternoon && hour < 12) {
      hour += 12;
    } else if (!isAfternoon && isMorning && hour == 12) {
      hour = 0;
    }
    if (yearDay >= 0) {
      String wrong = completeFromYearDay();
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    month = month == UNKNOWN ? 1 : month;
    day = day == UNKNOWN ? 1 : day;
    return day < 1 || day > YearMonth.of(year, month).lengthOfMonth() ? "day out of range" : "";
  }

  private String completeFromYearDay() {
    if (yearDay < 1 || yearDay > (Year.isLeap(year) ? 366 : 365)) {
      return "day-of-year out of range";
    }
    LocalDate date = LocalDate.ofYearDay(year, yearDay);
    if (month >= 0 && month != date.getMonthValue()) {
      return "day-of-year does not match month";
    }
    month = date.getMonthValue();
    if (day >= 0 && day != date.getDayOfMonth()) {
      return "day-of-year does not match day";
    }
    day = date.getDayOfMonth();
    return "";
  }

  /** The time, in the zone that it names or else in {@code location}. */
  GoTime time(GoLocation location) {
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nanoseconds);
    Instant asUtc = local.toInstant(ZoneOffset.UTC);
    if (isUtc) {
      return new GoTime(asUtc, GoLocation.UTC, Trace.NONE);
    }
    if (hasOffset) {
      return withOffset(asUtc.minusSeconds(offset), location);
    }
    return zoneName.isEmpty()
        ? GoTime.of(local, location, Trace.NONE)
        : withZoneName(asUtc, location);
  }

  private GoTime withOffset(Instant instant, GoLocation location) {
    boolean isLocal =
        location.offset(instant) == offset
            && (zoneName.isEmpty() || location.abbreviation(instant).equals(zoneName));
    return new GoTime(instant, isLocal ? location : GoLocation.fixed(zoneName, offset), Trace.NONE);
  }

  private GoTime withZoneName(Instant asUtc, GoLocation location) {
    Instant local = asUtc.minusSeconds(location.offset(asUtc));
    if (location.abbreviation(local).equals(zoneName)) {
      return new GoTime(local, location, Trace.NONE);
    }
    // Go knows no other zone by its abbreviation, and takes the time for UTC.
    boolean isGmt = zoneName.length() > 3 && zoneName.startsWith("GMT");
    int seconds = isGmt ? Integer.parseInt(zoneName.substring(3)) * 3_600 : 0;
    // And leaves the time alone, so that the clock is another one in the zone.
    return new GoTime(asUtc, GoLocation.fixed(zoneName, seconds), Trace.NONE);
  }
}
