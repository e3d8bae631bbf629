package dev.plimsoll.template.value;

/** What stands between {@code %} and the verb of a format. */
final class FormatFlags {

  boolean minus;
  boolean plus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** {@code %+v}: names of fields. */
  boolean plusV;

  /** {@code %#v}: Go syntax. */
  boolean sharpV;

  boolean hasWidth;
  boolean hasPrecision;
  int width;
  int precision;

  void clear() {
    minus = false;
    plus = false;
    sharp = false;
    space = false;
    zero = false;
    plusV = false;
    sharpV = false;
    hasWidth = false;
    hasPrecision = false;
    width = 0;
    precision = 0;
  }

  /** Notes a flag; false if {@code c} is none. */
  boolean accept(char c) {
    switch (c) {
      case '#' -> sharp = true;
      case '0' -> zero = true;
      case '+' -> plus = true;
      case '-' -> minus = true;
      case ' ' -> space = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** With {@code v} two flags mean something else. */
  void forValue() {
    sharpV = sharp;
    sharp = false;
    plusV = plus;
    plus = false;
  }

  /** How many characters are missing to the width. */
  int padding(int length) {
    return hasWidth ? Math.max(0, width - length) : 0;
  }
}
