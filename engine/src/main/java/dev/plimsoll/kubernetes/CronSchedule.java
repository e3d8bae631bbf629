package dev.plimsoll.kubernetes;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** Schedules of a CronJob as {@code robfig/cron} reads them. */
final class CronSchedule {

  private static final List<String> DESCRIPTORS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final Pattern DURATION =
      Pattern.compile("[-+]?(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|ms|s|m|h))+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ZONE =
      Pattern.compile("[A-Za-z][A-Za-z0-9._+-]*(?:/[A-Za-z0-9._+][A-Za-z0-9._+-]*)*");
  private static final int LONGEST_NUMBER = 9;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** A field of a schedule. */
  private record Field(String name, int smallest, int largest, List<String> words) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of the month", 1, 31, List.of()),
          new Field("month", 1, 12, MONTHS),
          new Field("day of the week", 0, 6, DAYS));

  private CronSchedule() {}

  /** What is wrong with a schedule, as the end of a sentence; empty if nothing is. */
  static Optional<String> problem(String text) {
    if (text.contains("TZ")) {
      return Optional.of("must not name a time zone; `timeZone` does");
    }
    if (text.startsWith("@")) {
      boolean isKnown =
          DESCRIPTORS.contains(text)
              || (text.startsWith("@every ")
                  && DURATION.matcher(text.substring("@every ".length())).matches());
      return isKnown ? Optional.empty() : Optional.of("is no descriptor that Kubernetes knows");
    }
    String[] parts = text.isBlank() ? new String[0] : BLANKS.split(text.strip());
    if (parts.length != FIELDS.size()) {
      return Optional.of("has %d fields and needs 5".formatted(parts.length));
    }
    for (int i = 0; i < parts.length; i++) {
      Field field = FIELDS.get(i);
      String part = parts[i];
      if (!List.of(part.split(",", -1)).stream()
              .allMatch(range -> range.isEmpty() || isRange(range, field))
          || part.chars().allMatch(letter -> letter == ',')) {
        return Optional.of(
            "has `%s` for the %s, which takes %d to %d"
                .formatted(part, field.name(), field.smallest(), field.largest()));
      }
    }
    return Optional.empty();
  }

  private static boolean isRange(String text, Field field) {
    String[] step = text.split("/", -1);
    String[] ends = step[0].split("-", -1);
    if (step.length > 2 || ends.length > 2) {
      return false;
    }
    boolean isAny = ends[0].equals("*") || ends[0].equals("?");
    int from = isAny ? field.smallest() : number(ends[0], field);
    int to;
    if (isAny) {
      // Whatever stands behind an asterisk is ignored.
      to = field.largest();
    } else if (ends.length == 2) {
      to = number(ends[1], field);
    } else {
      to = step.length == 2 ? field.largest() : from;
    }
    boolean isStep = step.length == 1 || plainNumber(step[1]) > 0;
    return isStep && from >= field.smallest() && to <= field.largest() && from <= to;
  }

  /** A number, or a word for one; -1 if it is neither. */
  private static int number(String text, Field field) {
    int word = field.words().indexOf(text.toLowerCase(java.util.Locale.ROOT));
    return word >= 0 ? word + field.smallest() : plainNumber(text);
  }

  private static int plainNumber(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    return isNumber ? Integer.parseInt(text) : -1;
  }

  /** Whether there is a time zone of this name. */
  static boolean isZone(String name) {
    if (!ZONE.matcher(name).matches() || name.equalsIgnoreCase("Local")) {
      return false;
    }
    return Zones.NAMES.contains(name);
  }

  /** Read when there is a time zone to look up. */
  private static final class Zones {

    /**
     * The names in the time zone database. Asking {@link ZoneId} for them would look through every
     * jar for other sources of time zones; {@link TimeZone} knows the same, and abbreviations that
     * are Java's own.
     */
    static final Set<String> NAMES = names();

    private static Set<String> names() {
      Set<String> names = new HashSet<>(Set.of(TimeZone.getAvailableIDs()));
      names.removeAll(ZoneId.SHORT_IDS.keySet());
      // Links of the database that Java takes for abbreviations.
      names.addAll(List.of("EST", "MST", "HST", "ROC"));
      return Set.copyOf(names);
    }
  }
}
