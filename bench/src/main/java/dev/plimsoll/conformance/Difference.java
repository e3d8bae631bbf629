package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;
import java.util.Arrays;
import java.util.List;

/** Finds out in what two outputs differ first, and gives that a name. */
final class Difference {

  private static final int AROUND = 3;

  private Difference() {}

  static Verdict.Different between(String helm, String plimsoll) {
    List<String> expected = helm.lines().toList();
    List<String> found = plimsoll.lines().toList();
    int at = 0;
    while (at < Math.min(expected.size(), found.size()) && expected.get(at).equals(found.get(at))) {
      at++;
    }
    return new Verdict.Different(
        cause(helm, plimsoll, line(expected, at), line(found, at)),
        around(expected, at),
        around(found, at));
  }

  private static String cause(String helm, String plimsoll, String expected, String found) {
    if (squeezed(helm).equals(squeezed(plimsoll))) {
      return "white space alone";
    }
    if (sorted(helm).equals(sorted(plimsoll))) {
      return "order alone";
    }
    return "`" + expected.strip() + "` became `" + found.strip() + "`";
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> sorted(String text) {
    return Arrays.stream(text.split("\n", -1)).sorted().toList();
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) : "<end>";
  }

  private static String around(List<String> lines, int at) {
    int start = Math.max(0, Math.min(at, lines.size()) - AROUND);
    int end = Math.min(lines.size(), at + AROUND);
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(i == at ? "  > " : "    ").append(i + 1).append(": ").append(lines.get(i));
      text.append('\n');
    }
    return text.toString();
  }
}
