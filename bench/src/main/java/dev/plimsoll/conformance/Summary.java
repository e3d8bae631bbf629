package dev.plimsoll.conformance;

import dev.plimsoll.conformance.Comparison.Verdict;
import dev.plimsoll.conformance.Refusal.Agreement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts and groups differences by cause. */
final class Summary {

  private final String version;
  private final Map<String, List<String>> differences = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<Agreement, Integer> agreements = new EnumMap<>(Agreement.class);
  private final Map<Agreement, List<String>> disagreements = new EnumMap<>(Agreement.class);
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
      case Verdict.Refused(Refusal refusal) -> {
        refused++;
        refusals.merge(kind(firstLine(refusal.helm())), 1, Integer::sum);
        agreements.merge(refusal.agreement(), 1, Integer::sum);
        if (refusal.agreement() != Agreement.SAME_TEXT) {
          disagreements
              .computeIfAbsent(refusal.agreement(), _ -> new ArrayList<>())
              .add(
                  "%s%n  helm:     %s%n  plimsoll: %s"
                      .formatted(render.name(), refusal.helm(), refusal.plimsoll()));
        }
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
    agreements.forEach((agreement, count) ->
        text.append("  %4d  refused: %s%n".formatted(count, words(agreement))));
    refusals.forEach((reason, count) -> text.append("  %4d  %s%n".formatted(count, reason)));
    disagreements.forEach((agreement, each) -> {
      text.append("%n%4d x refused: %s%n".formatted(each.size(), words(agreement)));
      each.stream().limit(examples).forEach(one -> text.append(one).append('\n'));
    });
    differences.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(entry -> {
          text.append("%n%4d x %s%n".formatted(entry.getValue().size(), entry.getKey()));
          entry.getValue().stream().limit(examples).forEach(each -> text.append(each).append('\n'));
        });
    return text.toString();
  }

  private static String words(Agreement agreement) {
    return switch (agreement) {
      case SAME_TEXT -> "the same text";
      case OTHER_WORDS -> "the same cause in other words";
      case OTHER_CAUSE -> "another cause";
      case HELM_CRASHES -> "Helm itself crashes";
    };
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Refusals differ in names and places. */
  private static String kind(String reason) {
    String[] words = reason.split(": ", 4);
    return words.length < 3 ? reason : words[0] + ": " + words[1].replaceAll("\\(.*\\)", "(...)");
  }
}
