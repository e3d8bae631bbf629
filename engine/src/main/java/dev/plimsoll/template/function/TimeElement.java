package dev.plimsoll.template.function;

import org.jspecify.annotations.Nullable;

/** What the reference time of a Go layout ({@code Mon Jan 2 15:04:05 2006 MST}) consists of. */
enum TimeElement {
  // In the order in which a layout is searched: what another one begins with comes later.
  LONG_MONTH("January"),
  MONTH("Jan"),
  LONG_WEEKDAY("Monday"),
  WEEKDAY("Mon"),
  ZONE_NAME("MST"),
  ZERO_MONTH("01"),
  ZERO_DAY("02"),
  ZERO_HOUR_12("03"),
  ZERO_MINUTE("04"),
  ZERO_SECOND("05"),
  SHORT_YEAR("06"),
  ZERO_YEAR_DAY("002"),
  HOUR("15"),
  NUMBER_MONTH("1"),
  YEAR("2006"),
  DAY("2"),
  BLANK_DAY("_2"),
  BLANK_YEAR_DAY("__2"),
  HOUR_12("3"),
  MINUTE("4"),
  SECOND("5"),
  UPPER_HALF("PM"),
  LOWER_HALF("pm"),
  OFFSET_SECONDS("-070000"),
  OFFSET_COLON_SECONDS("-07:00:00"),
  OFFSET("-0700"),
  OFFSET_COLON("-07:00"),
  OFFSET_HOURS("-07"),
  ISO_SECONDS("Z070000"),
  ISO_COLON_SECONDS("Z07:00:00"),
  ISO("Z0700"),
  ISO_COLON("Z07:00"),
  ISO_HOURS("Z07"),
  /** {@code .000} or {@code ,000}: so many digits. */
  FRACTION(""),
  /** {@code .999} or {@code ,999}: so many digits at most. */
  TRIMMED_FRACTION("");

  private final String text;

  TimeElement(String text) {
    this.text = text;
  }

  /** The element that a layout has at an offset; null if none begins there. */
  static @Nullable TimeElement at(String layout, int offset) {
    for (TimeElement element : values()) {
      if (!element.text.isEmpty()
          && layout.startsWith(element.text, offset)
          && !element.isPartOfWord(layout, offset)) {
        return element;
      }
    }
    return null;
  }

  /** {@code Jan} and {@code Mon} are none in {@code Janet} and {@code Money}. */
  private boolean isPartOfWord(String layout, int offset) {
    if (this != MONTH && this != WEEKDAY) {
      return false;
    }
    int end = offset + text.length();
    return end < layout.length() && layout.charAt(end) >= 'a' && layout.charAt(end) <= 'z';
  }

  int length() {
    return text.length();
  }

  /** Whether it is an offset from UTC. */
  boolean isOffset() {
    return compareTo(OFFSET_SECONDS) >= 0 && compareTo(ISO_HOURS) <= 0;
  }

  /** Whether an offset of zero is written {@code Z}. */
  boolean isIso() {
    return compareTo(ISO_SECONDS) >= 0 && compareTo(ISO_HOURS) <= 0;
  }

  boolean hasColons() {
    return text.indexOf(':') > 0;
  }

  /** How many numbers an offset has: hours, minutes, seconds. */
  int offsetParts() {
    return switch (this) {
      case OFFSET_HOURS, ISO_HOURS -> 1;
      case OFFSET_SECONDS, OFFSET_COLON_SECONDS, ISO_SECONDS, ISO_COLON_SECONDS -> 3;
      default -> 2;
    };
  }
}
