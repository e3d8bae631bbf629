package dev.plimsoll.yaml;

import dev.plimsoll.source.Order;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems up to a bound. */
final class Problems {

  /** Nobody reads more of one file at once, and each may cost another pass over the text. */
  static final int MAX = 100;

  private static final Comparator<YamlProblem> BY_PLACE = Order.by(YamlProblem::span);

  private final Set<YamlProblem> found = new LinkedHashSet<>();

  void add(YamlProblem.Kind kind, int start, int end, String message) {
    add(new YamlProblem(kind, new Span(start, end), message));
  }

  void add(YamlProblem problem) {
    if (found.size() <= MAX) {
      found.add(problem);
    }
  }

  /** All together, without the errors in text that Helm skips. */
  static Problems merge(Problems... parts) {
    List<Span> ignored = new ArrayList<>();
    for (Problems part : parts) {
      for (YamlProblem problem : part.found) {
        if (problem.kind() == YamlProblem.Kind.IGNORED) {
          ignored.add(problem.span());
        }
      }
    }
    Problems merged = new Problems();
    for (Problems part : parts) {
      for (YamlProblem problem : part.found) {
        if (problem.kind() == YamlProblem.Kind.IGNORED
            || ignored.stream().noneMatch(span -> span.contains(problem.span()))) {
          merged.add(problem);
        }
      }
    }
    return merged;
  }

  boolean isFull() {
    return found.size() > MAX;
  }

  /** In the order of the text. */
  List<YamlProblem> sorted() {
    List<YamlProblem> sorted = new ArrayList<>(found);
    sorted.sort(BY_PLACE);
    if (sorted.size() <= MAX) {
      return sorted;
    }
    List<YamlProblem> bounded = new ArrayList<>(sorted.subList(0, MAX));
    bounded.add(
        new YamlProblem(
            YamlProblem.Kind.BOUND,
            Span.at(bounded.getLast().span().end()),
            "More than %d errors are in this text; the others are not shown.".formatted(MAX)));
    return bounded;
  }
}
