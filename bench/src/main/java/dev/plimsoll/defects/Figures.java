package dev.plimsoll.defects;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found over all charts. */
final class Figures {

  private static final double PERCENT = 100;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();

  void count(String what) {
    count(what, 1);
  }

  void count(String what, int number) {
    counts.merge(what, number, Integer::sum);
  }

  /** Counts something that a person should look at. */
  void example(String what, String text) {
    count(what);
    examples.computeIfAbsent(what, _ -> new ArrayList<>()).add(text);
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  /** Exact ones among those that a value decides, in percent; 100 where there are none. */
  static double share(int exact, int all) {
    return all == 0 ? PERCENT : PERCENT * exact / all;
  }

  void print(PrintStream out, int most) {
    counts.forEach((what, count) -> out.println("%6d %s".formatted(count, what)));
    examples.forEach((what, texts) -> {
      out.println();
      out.println(what + ":");
      shown(texts, most).forEach(text -> out.println("  " + text));
    });
  }

  private static Collection<String> shown(List<String> texts, int most) {
    Map<String, Integer> once = new TreeMap<>();
    texts.forEach(text -> once.merge(text, 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    once.forEach((text, count) -> lines.add(count == 1 ? text : count + " x " + text));
    return lines.size() <= most ? lines : lines.subList(0, most);
  }
}
