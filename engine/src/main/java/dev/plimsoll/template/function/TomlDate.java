package dev.plimsoll.template.function;

import java.time.Instant;

/** The forms of dates in TOML, in the order in which {@code BurntSushi/toml} tries them. */
enum TomlDate {
  OFFSET("2006-01-02T15:04:05.999999999Z07:00", ""),
  LOCAL("2006-01-02T15:04:05.999999999", "datetime-local"),
  LOCAL_DATE("2006-01-02", "date-local"),
  LOCAL_TIME("15:04:05.999999999", "time-local"),
  SHORT_OFFSET("2006-01-02T15:04Z07:00", ""),
  SHORT_LOCAL("2006-01-02T15:04", "datetime-local"),
  SHORT_LOCAL_TIME("15:04", "time-local");

  private final String layout;
  private final String zoneName;

  TomlDate(String layout, String zoneName) {
    this.layout = layout;
    this.zoneName = zoneName;
  }

  String layout() {
    return layout;
  }

  /** What the library takes for the zone: the offset of today, under a name of its own. */
  GoLocation location(FunctionContext context) {
    GoLocation local = GoLocation.local(context.zone());
    if (zoneName.isEmpty()) {
      return local;
    }
    Instant now = context.clock().instant();
    return GoLocation.fixed(zoneName, local.offset(now));
  }

  /** Whether a number lacks a digit that Go's parser does not miss. */
  boolean lacksZero(String date) {
    for (int i = 0; i < layout.length() && i < date.length(); i++) {
      char c = layout.charAt(i);
      if (c == '.' || c == 'Z') {
        return false;
      }
      if ((c < '0' || c > '9') && date.charAt(i) != c) {
        return true;
      }
    }
    return false;
  }
}
