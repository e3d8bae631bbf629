package dev.plimsoll.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads {@code 2027-03-31}. The formatters of the JDK take longer to start than all the rest of
 * reading a project.
 */
public final class IsoDate {

  private static final int LENGTH = 10;

  private IsoDate() {}

  /** The date; empty for anything else. */
  public static Optional<LocalDate> parse(String text) {
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, LENGTH);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return Optional.empty();
    }
    return day > YearMonth.of(year, month).lengthOfMonth()
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day));
  }

  /** The digits from {@code start} to {@code end}; -1 if there is anything else. */
  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
