package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that are hard to write and to read back. */
final class TreeGenerator {

  private static final String[] TEXTS = {
    "",
    " ",
    "a",
    "true",
    "no",
    "~",
    "null",
    "1",
    "-1",
    "1.5",
    "0x1F",
    "1e3",
    "2001-01-01",
    "12:30",
    "<<",
    "=",
    "-",
    "- a",
    "--- a",
    "...",
    "? a",
    ":",
    "a: b",
    "a:",
    "a #b",
    "#a",
    "'",
    "\"",
    "it's",
    "a\"b",
    "\\",
    "@a",
    "`a`",
    "%a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "[a",
    "{a",
    "a, b",
    " a",
    "a ",
    "a\n",
    "\na",
    "a\nb",
    "a\n\n",
    "a \nb",
    "a\n b",
    "\n",
    "a\tb",
    "\ta\nb",
    "a\r\nb",
    "<b>&</b>",
    "é",
    "日本",
    "😀",
    "\u00a0",
    "a\u2028b",
    "x: y\nz",
    "k-1",
    "a10",
    "a9",
    "_",
    ".inf",
    "word ".repeat(20),
    "two\nlines ".repeat(9)
  };

  private static final double[] NUMBERS = {
    0,
    1,
    -1,
    12345678,
    1.5,
    1e6,
    1234567.5,
    1e20,
    1e21,
    1e-6,
    1e-7,
    0.0001,
    9007199254740992d,
    -0x1p63,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    0.1,
    100
  };

  private final Random random;

  TreeGenerator(Random random) {
    this.random = random;
  }

  /** A map of maps, lists and leaves. */
  GoMap map(int depth) {
    GoMap map = new GoMap(Trace.NONE);
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      // Go's order of keys with zeros goes round in circles, so it differs from run to run.
      String key = text().replace("0", "");
      map.put(key, value(depth - 1));
    }
    return map;
  }

  private GoValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 8)) {
      case 0 -> new GoNil(Trace.NONE);
      case 1 -> new GoBool(random.nextBoolean(), Trace.NONE);
      case 2, 3 -> new GoFloat(NUMBERS[random.nextInt(NUMBERS.length)], Trace.NONE);
      case 4, 5, 6, 7 -> GoString.of(text());
      case 8, 9 -> list(depth);
      default -> map(depth);
    };
  }

  private GoList list(int depth) {
    List<GoValue> items = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      items.add(value(depth - 1));
    }
    return new GoList(items, Trace.NONE);
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /** A text with a few characters more or less. */
  String broken(String text) {
    String odd = " \t\n:-#'\"{}[],&*!|>%@`ab1\\?.0e=";
    StringBuilder broken = new StringBuilder(text);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(broken.length() + 1);
      if (random.nextInt(3) == 0 && at < broken.length()) {
        broken.deleteCharAt(at);
      } else {
        broken.insert(at, odd.charAt(random.nextInt(odd.length())));
      }
    }
    return broken.toString();
  }
}
