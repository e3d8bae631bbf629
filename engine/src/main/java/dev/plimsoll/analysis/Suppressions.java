package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.Subject;
import dev.plimsoll.project.PathGlob;
import dev.plimsoll.project.Suppression;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

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
  private final List<Set<Object>> matched = new ArrayList<>();
  private final ContainerNames containers;

  /**
   * @param containers finds the names of containers
   */
  Suppressions(List<Suppression> suppressions, ContainerNames containers, LocalDate today) {
    this.suppressions = suppressions;
    this.containers = containers;
    suppressions.forEach(_ -> matched.add(new HashSet<>()));
    this.expired = new boolean[suppressions.size()];
    for (int i = 0; i < expired.length; i++) {
      expired[i] = suppressions.get(i).isExpired(today);
    }
  }

  List<SuppressionUse> uses() {
    List<SuppressionUse> uses = new ArrayList<>();
    for (int i = 0; i < suppressions.size(); i++) {
      uses.add(new SuppressionUse(suppressions.get(i), matched.get(i).size(), expired[i]));
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
    String message =
        diagnostic.subject().map(Subject::namelessMessage).orElse(diagnostic.message());
    List<Object> cause = List.of(diagnostic.rule(), diagnostic.location(), message);
    split(candidates, diagnostic.affects(), cause)
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
    split(candidates, notChecked.affects(), List.of(notChecked.location(), notChecked.reason()))
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
      if (each.rules().contains(diagnostic.rule())
          && isInPath(each, diagnostic.location())
          && isOn(each, diagnostic)
          && isAbout(each, diagnostic)) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** Whether the target of a suppression is what a diagnostic is about, or what wrote it. */
  private static boolean isOn(Suppression suppression, Diagnostic diagnostic) {
    if (suppression.target().isEmpty()) {
      return true;
    }
    return switch (suppression.target().get()) {
      case Suppression.Target.Lines lines ->
          isIn(lines, diagnostic.location())
              || diagnostic.related().stream()
                  .anyMatch(related ->
                      related.role() == RelatedLocation.Role.TEMPLATE
                          && isIn(lines, related.location()));
      case Suppression.Target.AnnotatedObjects(List<ObjectRef> objects, List<Affected> _) ->
          diagnostic
              .object()
              .filter(found -> objects.stream().anyMatch(object -> isSame(found, object)))
              .isPresent();
    };
  }

  private static boolean isIn(Suppression.Target.Lines lines, Location place) {
    int start = place.span().start();
    return place.file().path().equals(lines.file())
        && start >= lines.block().start()
        && start <= lines.block().end();
  }

  private static boolean isSame(ObjectRef one, ObjectRef other) {
    return one.kind().equals(other.kind())
        && one.name().equals(other.name())
        && one.namespace().equals(other.namespace())
        && one.apiVersion().equals(other.apiVersion());
  }

  private boolean isAbout(Suppression suppression, Diagnostic diagnostic) {
    Optional<ObjectRef> object = diagnostic.object();
    return (suppression.kind().isEmpty() || fits(suppression.kind(), object.map(ObjectRef::kind)))
        && isLike(suppression.name(), () -> object.map(ObjectRef::name))
        && isLike(suppression.container(), () -> containers.of(diagnostic));
  }

  private static boolean isLike(
      Optional<Located<String>> pattern, Supplier<Optional<String>> name) {
    return pattern.isEmpty()
        || name.get().filter(known -> PathGlob.matches(pattern.get().value(), known)).isPresent();
  }

  /**
   * The cells by the suppression that accepts them; those of nobody are under {@link #NONE}.
   *
   * @param cause what is accepted; the same in several objects is one thing
   */
  private Map<Integer, List<Affected>> split(
      List<Integer> candidates, List<Affected> cells, List<Object> cause) {
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
        matched.get(index).add(cause);
      }
    }
    expiredOnes.forEach(index -> matched.get(index).add(cause));
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
        && fits(suppression.cluster(), cell.map(Affected::cluster))
        && isRendered(suppression, cell);
  }

  private static boolean isRendered(Suppression suppression, Optional<Affected> cell) {
    return !(suppression.target().orElse(null)
            instanceof Suppression.Target.AnnotatedObjects(List<ObjectRef> _, List<Affected> cells))
        || cells.isEmpty()
        || cell.filter(cells::contains).isPresent();
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
