package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import java.time.DayOfWeek;
import java.time.Month;

/** Reads a time in a layout of Go ({@code time.parse} in {@code format.go}). */
final class TimeParser {

  private final TimeLayout layout;
  private final TimeFields fields = new TimeFields();
  private final TimeCursor value;

  /** The index of the next piece. */
  private int next;

  /** What is wrong with a value that was read; empty if nothing is. */
  private String outOfRange = "";

  private TimeParser(String layout, String value) {
    this.layout = TimeLayout.of(layout);
    this.value = new TimeCursor(value);
  }

  /**
   * {@code time.ParseInLocation}.
   *
   * @throws GoFailure with the text of Go's error
   */
  static GoTime parse(String layout, String value, GoLocation location) {
    TimeParser parser = new TimeParser(layout, value);
    parser.read();
    String wrong = parser.fields.complete();
    if (!wrong.isEmpty()) {
      throw parser.failure(": " + wrong);
    }
    return parser.fields.time(location);
  }

  private void read() {
    for (TimeLayout.Piece piece : layout.pieces()) {
      next++;
      skip(piece.prefix());
      int start = value.offset();
      outOfRange = "";
      boolean read = read(piece);
      if (!outOfRange.isEmpty()) {
        throw failure(": " + outOfRange + " out of range");
      }
      if (!read) {
        throw cannotParse(value.from(start), piece.written());
      }
    }
    skip(layout.rest());
    if (!value.isAtEnd()) {
      throw failure(": extra text: " + TimeQuote.of(value.rest()));
    }
  }

  private void skip(String prefix) {
    if (!value.skip(prefix)) {
      throw cannotParse(value.rest(), value.expected());
    }
  }

  private GoFailure failure(String what) {
    return new GoFailure("parsing time " + TimeQuote.of(value.text()) + what);
  }

  private GoFailure cannotParse(String part, String element) {
    return failure(
        " as "
            + TimeQuote.of(layout.toString())
            + ": cannot parse "
            + TimeQuote.of(part)
            + " as "
            + TimeQuote.of(element));
  }

  private boolean read(TimeLayout.Piece piece) {
    return switch (piece.element()) {
      case SHORT_YEAR -> readShortYear();
      case YEAR -> readYear();
      case MONTH, LONG_MONTH -> readMonthName(piece.element() == TimeElement.MONTH);
      case NUMBER_MONTH, ZERO_MONTH -> readMonth(piece.element() == TimeElement.ZERO_MONTH);
      case WEEKDAY, LONG_WEEKDAY -> readWeekday(piece.element() == TimeElement.WEEKDAY);
      case DAY, BLANK_DAY, ZERO_DAY -> readDay(piece.element());
      case BLANK_YEAR_DAY, ZERO_YEAR_DAY -> readYearDay(piece.element());
      case HOUR -> readHour(false, 23);
      case HOUR_12 -> readHour(false, 12);
      case ZERO_HOUR_12 -> readHour(true, 12);
      case MINUTE, ZERO_MINUTE -> readMinute(piece.element() == TimeElement.ZERO_MINUTE);
      case SECOND, ZERO_SECOND -> readSecond(piece);
      case UPPER_HALF -> readHalf("AM", "PM");
      case LOWER_HALF -> readHalf("am", "pm");
      case ZONE_NAME -> readZoneName();
      case FRACTION -> readFraction(piece.digits());
      case TRIMMED_FRACTION -> !value.isAtFraction() || readFraction(value.fractionDigits());
      default -> readOffset(piece.element());
    };
  }

  private boolean readShortYear() {
    int year = value.fixed(2);
    fields.year = year >= 69 ? year + 1900 : year + 2000;
    return year >= 0;
  }

  private boolean readYear() {
    fields.year = value.fixed(4);
    return fields.year >= 0;
  }

  private boolean readMonthName(boolean isShort) {
    for (Month month : Month.values()) {
      String name = TimeText.month(month);
      if (value.skipWord(isShort ? name.substring(0, 3) : name)) {
        fields.month = month.getValue();
        return true;
      }
    }
    return false;
  }

  private boolean readMonth(boolean isFixed) {
    fields.month = value.number(isFixed, 2);
    if (fields.month == 0 || fields.month > 12) {
      outOfRange = "month";
    }
    return fields.month >= 0;
  }

  /** The weekday is read and forgotten. */
  private boolean readWeekday(boolean isShort) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = TimeText.weekday(day);
      if (value.skipWord(isShort ? name.substring(0, 3) : name)) {
        return true;
      }
    }
    return false;
  }

  private boolean readDay(TimeElement element) {
    if (element == TimeElement.BLANK_DAY) {
      value.skipBlank();
    }
    fields.day = value.number(element == TimeElement.ZERO_DAY, 2);
    return fields.day >= 0;
  }

  private boolean readYearDay(TimeElement element) {
    if (element == TimeElement.BLANK_YEAR_DAY) {
      value.skipBlank();
      value.skipBlank();
    }
    fields.yearDay = value.number(element == TimeElement.ZERO_YEAR_DAY, 3);
    return fields.yearDay >= 0;
  }

  private boolean readHour(boolean isFixed, int last) {
    fields.hour = value.number(isFixed, 2);
    if (fields.hour > last) {
      outOfRange = "hour";
    }
    return fields.hour >= 0;
  }

  private boolean readMinute(boolean isFixed) {
    fields.minute = value.number(isFixed, 2);
    if (fields.minute > 59) {
      outOfRange = "minute";
    }
    return fields.minute >= 0;
  }

  private boolean readSecond(TimeLayout.Piece piece) {
    fields.second = value.number(piece.element() == TimeElement.ZERO_SECOND, 2);
    if (fields.second > 59) {
      outOfRange = "second";
      return true;
    }
    // A fraction that the layout does not have is read all the same.
    if (fields.second >= 0 && value.isAtFraction() && !isFractionNext()) {
      return readFraction(value.fractionDigits());
    }
    return fields.second >= 0;
  }

  private boolean isFractionNext() {
    if (next == layout.pieces().size()) {
      return false;
    }
    TimeElement element = layout.pieces().get(next).element();
    return element == TimeElement.FRACTION || element == TimeElement.TRIMMED_FRACTION;
  }

  private boolean readHalf(String morning, String afternoon) {
    if (value.skipExactly(afternoon)) {
      fields.isAfternoon = true;
      return true;
    }
    boolean isMorning = value.skipExactly(morning);
    fields.isMorning |= isMorning;
    return isMorning;
  }

  private boolean readFraction(int digits) {
    fields.nanoseconds = value.fraction(digits);
    return fields.nanoseconds >= 0;
  }

  private boolean readZoneName() {
    if (value.skipExactly("UTC")) {
      fields.isUtc = true;
      return true;
    }
    String name = value.zoneName();
    fields.zoneName = name;
    return !name.isEmpty();
  }

  private boolean readOffset(TimeElement element) {
    if (element.isIso() && value.skipExactly("Z")) {
      fields.isUtc = true;
      return true;
    }
    int[] parts = value.offset(element.offsetParts(), element.hasColons());
    if (parts.length == 0) {
      return false;
    }
    String[] names = {"hour", "minute", "second"};
    int[] last = {24, 60, 60};
    int seconds = 0;
    boolean isOffset = parts[0] != 0;
    for (int i = 0; i < 3; i++) {
      int part = i + 1 < parts.length ? parts[i + 1] : 0;
      if (part > last[i]) {
        outOfRange = "time zone offset " + names[i];
      }
      isOffset &= part >= 0;
      seconds = seconds * 60 + part;
    }
    fields.hasOffset = true;
    fields.offset = parts[0] * seconds;
    return isOffset;
  }
}
