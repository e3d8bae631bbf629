package dev.plimsoll.template.function;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes a time in a layout of Go ({@code Time.appendFormat} in {@code format.go}). */
final class TimeText {

  private final StringBuilder out = new StringBuilder();
  private final LocalDateTime local;
  private final String abbreviation;
  private final int offset;
  private final int nanoseconds;

  private TimeText(Instant instant, GoLocation location) {
    this.offset = location.offset(instant);
    this.abbreviation = location.abbreviation(instant);
    this.nanoseconds = instant.getNano();
    this.local =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond() + offset, nanoseconds, ZoneOffset.UTC);
  }

  static String format(Instant instant, GoLocation location, String layout) {
    TimeText text = new TimeText(instant, location);
    TimeLayout cut = TimeLayout.of(layout);
    for (TimeLayout.Piece piece : cut.pieces()) {
      text.out.append(piece.prefix());
      text.write(piece);
    }
    return text.out.append(cut.rest()).toString();
  }

  private void write(TimeLayout.Piece piece) {
    switch (piece.element()) {
      case SHORT_YEAR -> number(Math.abs(local.getYear()) % 100, 2);
      case YEAR -> number(local.getYear(), 4);
      case LONG_MONTH -> out.append(month(local.getMonth()));
      case MONTH -> out.append(month(local.getMonth()), 0, 3);
      case NUMBER_MONTH -> number(local.getMonthValue(), 0);
      case ZERO_MONTH -> number(local.getMonthValue(), 2);
      case LONG_WEEKDAY -> out.append(weekday(local.getDayOfWeek()));
      case WEEKDAY -> out.append(weekday(local.getDayOfWeek()), 0, 3);
      case DAY -> number(local.getDayOfMonth(), 0);
      case BLANK_DAY -> blankNumber(local.getDayOfMonth(), 2);
      case ZERO_DAY -> number(local.getDayOfMonth(), 2);
      case BLANK_YEAR_DAY -> blankNumber(local.getDayOfYear(), 3);
      case ZERO_YEAR_DAY -> number(local.getDayOfYear(), 3);
      case HOUR -> number(local.getHour(), 2);
      case HOUR_12 -> number(hour12(), 0);
      case ZERO_HOUR_12 -> number(hour12(), 2);
      case MINUTE -> number(local.getMinute(), 0);
      case ZERO_MINUTE -> number(local.getMinute(), 2);
      case SECOND -> number(local.getSecond(), 0);
      case ZERO_SECOND -> number(local.getSecond(), 2);
      case UPPER_HALF -> out.append(local.getHour() >= 12 ? "PM" : "AM");
      case LOWER_HALF -> out.append(local.getHour() >= 12 ? "pm" : "am");
      case ZONE_NAME -> writeZoneName();
      case FRACTION, TRIMMED_FRACTION -> writeFraction(piece);
      default -> writeOffset(piece.element());
    }
  }

  private int hour12() {
    int hour = local.getHour() % 12;
    return hour == 0 ? 12 : hour;
  }

  private void writeZoneName() {
    if (abbreviation.isEmpty()) {
      writeOffset(TimeElement.OFFSET);
    } else {
      out.append(abbreviation);
    }
  }

  private void writeOffset(TimeElement element) {
    if (offset == 0 && element.isIso()) {
      out.append('Z');
      return;
    }
    String colon = element.hasColons() ? ":" : "";
    // Go divides first: half a minute west of Greenwich is plus.
    int minutes = offset / 60;
    out.append(minutes < 0 ? '-' : '+');
    number(Math.abs(minutes) / 60, 2);
    if (element.offsetParts() > 1) {
      out.append(colon);
      number(Math.abs(minutes) % 60, 2);
    }
    if (element.offsetParts() > 2) {
      out.append(colon);
      int size = minutes < 0 ? -offset : offset;
      number(size % 60, 2);
    }
  }

  private void writeFraction(TimeLayout.Piece piece) {
    boolean isTrimmed = piece.element() == TimeElement.TRIMMED_FRACTION;
    if (isTrimmed && nanoseconds == 0) {
      return;
    }
    String nanos = String.format(Locale.ROOT, "%09d", nanoseconds);
    String digits = nanos.substring(0, Math.min(9, piece.digits()));
    if (isTrimmed) {
      digits = digits.replaceAll("0+$", "");
    }
    if (!digits.isEmpty()) {
      out.append(piece.written().charAt(0)).append(digits);
    }
  }

  private void blankNumber(int number, int width) {
    String digits = Integer.toString(number);
    out.append(" ".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private void number(int number, int width) {
    String digits = Integer.toString(Math.abs(number));
    out.append(number < 0 ? "-" : "");
    out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  static String month(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
