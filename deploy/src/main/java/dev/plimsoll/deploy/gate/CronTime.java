package dev.plimsoll.deploy.gate;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The minutes that five fields of cron name: minute, hour, day, month, day of the week. */
final class CronTime {

  private static final int[] LOWEST = {0, 0, 1, 1, 0};
  private static final int[] HIGHEST = {59, 23, 31, 12, 7};
  private static final int FIELDS = 5;

  private final List<BitSet> fields;
  private final boolean anyDay;
  private final boolean anyWeekday;

  private CronTime(List<BitSet> fields, boolean anyDay, boolean anyWeekday) {
    this.fields = fields;
    this.anyDay = anyDay;
    this.anyWeekday = anyWeekday;
  }

  /** Reads the fields; empty for what is no cron. */
  static Optional<CronTime> parse(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != FIELDS) {
      return Optional.empty();
    }
    List<BitSet> fields = new ArrayList<>();
    for (int i = 0; i < FIELDS; i++) {
      BitSet field = new BitSet();
      for (String item : parts[i].split(",", -1)) {
        if (!add(field, item, i)) {
          return Optional.empty();
        }
      }
      fields.add(field);
    }
    return Optional.of(new CronTime(fields, parts[2].startsWith("*"), parts[4].startsWith("*")));
  }

  /** Whether the minute is one of them. */
  boolean matches(ZonedDateTime time) {
    int weekday = time.getDayOfWeek().getValue() % 7;
    boolean day = fields.get(2).get(time.getDayOfMonth());
    boolean ofWeek = fields.get(4).get(weekday) || (weekday == 0 && fields.get(4).get(7));
    // If both are given, either will do.
    boolean fits = (anyDay || anyWeekday) ? (day && ofWeek) : (day || ofWeek);
    return fits
        && fields.get(0).get(time.getMinute())
        && fields.get(1).get(time.getHour())
        && fields.get(3).get(time.getMonthValue());
  }

  private static boolean add(BitSet field, String item, int index) {
    String[] stepped = item.split("/", -1);
    String[] range = stepped[0].split("-", -1);
    int step = stepped.length == 2 ? number(stepped[1], index) : 1;
    int from = stepped[0].equals("*") ? LOWEST[index] : number(range[0], index);
    int to = HIGHEST[index];
    if (range.length == 2) {
      to = number(range[1], index);
    } else if (!stepped[0].equals("*") && stepped.length == 1) {
      to = from;
    }
    boolean isWrong =
        stepped.length > 2
            || range.length > 2
            || step < 1
            || from < LOWEST[index]
            || to > HIGHEST[index]
            || from > to;
    if (isWrong) {
      return false;
    }
    for (int value = from; value <= to; value += step) {
      field.set(value);
    }
    return true;
  }

  private static int number(String text, int index) {
    if (index == 3) {
      for (Month month : Month.values()) {
        if (month.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
          return month.getValue();
        }
      }
    }
    if (index == 4) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
          return day.getValue() % 7;
        }
      }
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
