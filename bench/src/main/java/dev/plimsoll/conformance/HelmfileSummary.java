package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts results, and groups those that differ by cause. */
final class HelmfileSummary {

  private final List<HelmfileResult.Refused> refused = new ArrayList<>();
  private final Map<String, List<HelmfileResult.Different>> different = new TreeMap<>();
  private final List<String> otherText = new ArrayList<>();
  private int equal;

  void add(HelmfileResult result) {
    switch (result) {
      case HelmfileResult.Equal(String name, boolean isSameText) -> {
        equal++;
        if (!isSameText) {
          otherText.add(name);
        }
      }
      case HelmfileResult.Refused each -> refused.add(each);
      case HelmfileResult.Different each ->
          different.computeIfAbsent(each.cause(), _ -> new ArrayList<>()).add(each);
    }
  }

  boolean isEqual() {
    return different.isEmpty();
  }

  /** The counts first, and last what differs. */
  String text() {
    int differing = different.values().stream().mapToInt(List::size).sum();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d compared: %d equal (%d of them in other bytes), %d refused by both, %d different%n"
            .formatted(
                equal + refused.size() + differing,
                equal,
                otherText.size(),
                refused.size(),
                differing));
    text.append("\nEqual in other bytes:\n");
    otherText.forEach(name -> text.append(name).append('\n'));
    text.append("\nRefused by both:\n");
    refused.forEach(each -> append(text, each.name(), each.helmfile(), each.plimsoll()));
    different.forEach((cause, each) -> {
      text.append("%n%4d x %s%n".formatted(each.size(), cause));
      each.forEach(one -> append(text, one.name(), one.helmfile(), one.plimsoll()));
    });
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String helmfile, String plimsoll) {
    text.append("%s%n  helmfile: %s%n  plimsoll: %s%n".formatted(name, helmfile, plimsoll));
  }
}
