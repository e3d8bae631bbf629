package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts and groups differences by cause. */
final class Summary {

  private final String version;
  private final Map<String, List<String>> differences = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int renders;
  private int equal;
  private int masked;
  private int refused;

  Summary(String version) {
    this.version = version;
  }

  void add(RenderCase render, Verdict verdict) {
    renders++;
    switch (verdict) {
      case Verdict.Equal(boolean wasMasked) -> {
        equal++;
        masked += wasMasked ? 1 : 0;
      }
      case Verdict.Refused(String reason) -> {
        refused++;
        refusals.merge(kind(reason), 1, Integer::sum);
      }
      case Verdict.Different(String cause, String helm, String plimsoll) ->
          differences
              .computeIfAbsent(cause, _ -> new ArrayList<>())
              .add(render.name() + "\n  helm:\n" + helm + "  plimsoll:\n" + plimsoll);
    }
  }

  boolean isEqual() {
    return differences.isEmpty();
  }

  String text(int examples) {
    StringBuilder text = new StringBuilder();
    int different = renders - equal - refused;
    text.append(
        "Helm %s: %d renders, %d equal (%d with random functions masked in both), %d refused by both, %d different%n"
            .formatted(version, renders, equal, masked, refused, different));
    refusals.forEach((reason, count) -> text.append("  %4d  %s%n".formatted(count, reason)));
    differences.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(entry -> {
          text.append("%n%4d x %s%n".formatted(entry.getValue().size(), entry.getKey()));
          entry.getValue().stream().limit(examples).forEach(each -> text.append(each).append('\n'));
        });
    return text.toString();
  }

  /** Refusals differ in names and places. */
  private static String kind(String reason) {
    String[] words = reason.split(": ", 4);
    return words.length < 3 ? reason : words[0] + ": " + words[1].replaceAll("\\(.*\\)", "(...)");
  }
}
