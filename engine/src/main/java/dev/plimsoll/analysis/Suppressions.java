package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.project.PathGlob;
import dev.plimsoll.project.Suppression;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Applies suppressions. One that is limited to an environment accepts a diagnostic only there: the
 * diagnostic is split into an accepted one and one that affects the rest. The first suppression
 * that matches a cell accepts it.
 */
final class Suppressions {

  /** Sorts before every suppression: what still counts comes first. */
  private static final int NONE = -1;

  private final List<Suppression> suppressions;
  private final boolean[] expired;
  private final int[] matched;

  Suppressions(List<Suppression> suppressions, LocalDate today) {
    this.suppressions = suppressions;
    this.matched = new int[suppressions.size()];
    this.expired = new boolean[suppressions.size()];
    for (int i = 0; i < expired.length; i++) {
      expired[i] = suppressions.get(i).isExpired(today);
    }
  }

  List<SuppressionUse> uses() {
    List<SuppressionUse> uses = new ArrayList<>();
    for (int i = 0; i < matched.length; i++) {
      uses.add(new SuppressionUse(suppressions.get(i), matched[i], expired[i]));
    }
    return uses;
  }

  /** The parts of a diagnostic: what nobody accepts, then what each suppression accepts. */
  List<Diagnostic> apply(Diagnostic diagnostic) {
    List<Integer> candidates = candidates(diagnostic);
    if (candidates.isEmpty()) {
      return List.of(diagnostic);
    }
    List<Diagnostic> parts = new ArrayList<>();
    split(candidates, diagnostic.affects())
        .forEach((index, cells) -> {
          Diagnostic part = diagnostic.withAffects(cells);
          parts.add(index == NONE ? part : part.withAccepted(by(index)));
        });
    return parts;
  }

  /** The same for what could not be checked. */
  List<NotChecked> apply(NotChecked notChecked) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < suppressions.size(); i++) {
      Suppression each = suppressions.get(i);
      if (each.isForNotChecked() && isInPath(each, notChecked.location())) {
        candidates.add(i);
      }
    }
    List<NotChecked> parts = new ArrayList<>();
    split(candidates, notChecked.affects())
        .forEach((index, cells) -> {
          NotChecked part = notChecked.withAffects(cells);
          parts.add(index == NONE ? part : part.withAccepted(by(index)));
        });
    return parts;
  }

  private List<Integer> candidates(Diagnostic diagnostic) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < suppressions.size(); i++) {
      Suppression each = suppressions.get(i);
      if (each.rules().contains(diagnostic.rule()) && isInPath(each, diagnostic.location())) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** The cells by the suppression that accepts them; those of nobody are under {@link #NONE}. */
  private Map<Integer, List<Affected>> split(List<Integer> candidates, List<Affected> cells) {
    Map<Integer, List<Affected>> parts = new TreeMap<>();
    List<Integer> expiredOnes = new ArrayList<>();
    if (cells.isEmpty()) {
      parts.put(first(candidates, Optional.empty(), expiredOnes), List.of());
    }
    for (Affected cell : cells) {
      int index = first(candidates, Optional.of(cell), expiredOnes);
      parts.computeIfAbsent(index, ignored -> new ArrayList<>()).add(cell);
    }
    for (int index : parts.keySet()) {
      if (index != NONE) {
        matched[index]++;
      }
    }
    expiredOnes.forEach(index -> matched[index]++);
    return parts;
  }

  private int first(List<Integer> candidates, Optional<Affected> cell, List<Integer> expiredOnes) {
    for (int index : candidates) {
      if (!covers(suppressions.get(index), cell)) {
        continue;
      }
      if (!expired[index]) {
        return index;
      }
      if (!expiredOnes.contains(index)) {
        expiredOnes.add(index);
      }
    }
    return NONE;
  }

  private static boolean covers(Suppression suppression, Optional<Affected> cell) {
    return fits(suppression.release(), cell.map(Affected::release))
        && fits(suppression.environment(), cell.map(Affected::environment))
        && fits(suppression.cluster(), cell.map(Affected::cluster));
  }

  private static boolean fits(Optional<Located<String>> scope, Optional<String> name) {
    return scope.isEmpty() || name.filter(scope.get().value()::equals).isPresent();
  }

  private static boolean isInPath(Suppression suppression, Location location) {
    return suppression.path().isEmpty()
        || PathGlob.matches(suppression.path().get().value(), location.file().path());
  }

  private AcceptedBy by(int index) {
    Suppression suppression = suppressions.get(index);
    return new AcceptedBy(
        AcceptedBy.Kind.SUPPRESSION,
        suppression.reason().value(),
        suppression.owner().map(Located::value).orElse(""),
        suppression.expires().map(Located::value));
  }
}
