package dev.plimsoll.schema;

import dev.plimsoll.source.Order;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which branch of {@code anyOf} or {@code oneOf} was meant, so that one mistake gives one
 * diagnostic about the branch that comes nearest, not one per branch.
 */
final class BranchChooser {

  private BranchChooser() {}

  /** The violations to report, without what follows from others. */
  static List<Violation> choose(List<Violation> violations) {
    List<Violation> chosen = new ArrayList<>();
    for (Violation violation : violations) {
      chosen.addAll(choose(violation));
    }
    return withoutConsequences(chosen);
  }

  private static List<Violation> choose(Violation violation) {
    boolean alternatives =
        violation.keyword().equals("anyOf") || violation.keyword().equals("oneOf");
    boolean noneAccepts = violation.branches().stream().noneMatch(List::isEmpty);
    if (!alternatives || !noneAccepts || violation.branches().isEmpty()) {
      return List.of(violation);
    }
    List<List<Violation>> branches =
        violation.branches().stream().map(BranchChooser::choose).toList();
    if (saysSameThing(violation, branches)) {
      return List.of(
          new Violation(
              violation.path(), violation.schema(), violation.keyword(), null, null, branches));
    }
    List<List<Violation>> meant = narrow(violation, branches);
    List<Violation> best = meant.stream().min(nearest()).orElse(List.of());
    // Without a sign which branch was meant, a list of everything it wants would be a guess.
    return meant.size() == 1 || best.size() == 1 ? best : List.of(deepest(best));
  }

  /**
   * Whether every branch fails for the same single reason at this very value: another type, another
   * constant, or a key that one of them requires.
   */
  static boolean saysSameThing(Violation violation, List<List<Violation>> branches) {
    Set<String> reasons = new LinkedHashSet<>();
    for (List<Violation> branch : branches) {
      boolean single = branch.size() == 1 && branch.getFirst().path().equals(violation.path());
      if (!single) {
        return false;
      }
      String keyword = branch.getFirst().keyword();
      reasons.add(keyword.equals("const") ? "enum" : keyword);
    }
    return reasons.equals(Set.of("type"))
        || reasons.equals(Set.of("enum"))
        || reasons.equals(Set.of("required"));
  }

  /** Leaves out branches of another type, then those that a telling key rules out. */
  private static List<List<Violation>> narrow(Violation violation, List<List<Violation>> branches) {
    int depth = violation.path().steps().size();
    List<List<Violation>> ofType =
        branches.stream()
            .filter(branch -> branch.stream().noneMatch(v -> isAt(v, "type", depth, depth)))
            .toList();
    List<List<Violation>> rest = ofType.isEmpty() ? branches : ofType;
    List<List<Violation>> told =
        rest.stream()
            .filter(branch ->
                branch.stream()
                    .noneMatch(v ->
                        isAt(v, "const", depth, depth + 1) || isAt(v, "enum", depth, depth + 1)))
            .toList();
    return told.isEmpty() ? rest : told;
  }

  private static boolean isAt(Violation violation, String keyword, int from, int to) {
    int depth = violation.path().steps().size();
    return violation.keyword().equals(keyword) && from <= depth && depth <= to;
  }

  private static Comparator<List<Violation>> nearest() {
    return Order.of(
        Order.byInt(List::size), Order.byInt(branch -> -deepest(branch).path().steps().size()));
  }

  private static Violation deepest(List<Violation> branch) {
    return branch.stream()
        .max(Order.byInt(violation -> violation.path().steps().size()))
        .orElseThrow();
  }

  /** A value of the wrong type breaks other keywords as well, which then say nothing new. */
  private static List<Violation> withoutConsequences(List<Violation> violations) {
    Set<ValuePath> mistyped = new LinkedHashSet<>();
    for (Violation violation : violations) {
      if (violation.keyword().equals("type")) {
        mistyped.add(violation.path());
      }
    }
    List<Violation> kept = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (Violation violation : violations) {
      boolean follows =
          mistyped.contains(violation.path())
              && !violation.keyword().equals("type")
              && violation.key() == null;
      boolean first = seen.add(identity(violation));
      if (!follows && first) {
        kept.add(violation);
      }
    }
    return kept;
  }

  private static Object identity(Violation violation) {
    // The same demand made twice, for example by two references to one definition.
    return List.of(
        violation.path(),
        violation.schema(),
        violation.keyword(),
        Objects.requireNonNullElse(violation.key(), ""),
        Objects.requireNonNullElse(violation.cause(), ""));
  }
}
