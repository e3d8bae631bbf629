package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Joins what many cells say about one line: same rule, same place, same message is one diagnostic
 * that affects them all. The related places and fixes are those of the first.
 */
final class DiagnosticMerger {

  private final Map<Key, Map<Optional<ObjectRef>, Merged>> byKey = new LinkedHashMap<>();

  private record Key(RuleId rule, Location location, String message) {}

  void add(Diagnostic diagnostic) {
    add(diagnostic, diagnostic.affects());
  }

  /** Adds a diagnostic that affects {@code cells}, whatever it says itself. */
  void add(Diagnostic diagnostic, List<Affected> cells) {
    Key key = new Key(diagnostic.rule(), diagnostic.location(), diagnostic.message());
    byKey
        .computeIfAbsent(key, ignored -> new LinkedHashMap<>())
        .computeIfAbsent(diagnostic.object(), ignored -> new Merged(diagnostic))
        .add(diagnostic, cells);
  }

  /**
   * The diagnostics, judged and joined.
   *
   * @param judge drops the cells in which a rule is off, so that the object shown is one that is
   *     affected; empty for a diagnostic that matters nowhere
   */
  List<Diagnostic> diagnostics(Function<Diagnostic, Optional<Diagnostic>> judge) {
    return parts(diagnostic -> judge.apply(diagnostic).stream().toList());
  }

  /**
   * The same where judging may accept a diagnostic for some of its cells, or for some of the
   * objects that a line makes: what is accepted alike is joined, and what is accepted by nobody
   * comes first.
   */
  List<Diagnostic> parts(Function<Diagnostic, List<Diagnostic>> judge) {
    List<Diagnostic> diagnostics = new ArrayList<>(byKey.size());
    for (Map<Optional<ObjectRef>, Merged> variants : byKey.values()) {
      Map<Optional<AcceptedBy>, Diagnostic> joined = new LinkedHashMap<>();
      for (Merged variant : variants.values()) {
        for (Diagnostic part : judge.apply(variant.diagnostic())) {
          joined.merge(part.accepted(), part, DiagnosticMerger::join);
        }
      }
      Optional.ofNullable(joined.remove(Optional.<AcceptedBy>empty())).ifPresent(diagnostics::add);
      diagnostics.addAll(joined.values());
    }
    return diagnostics;
  }

  /** The one that affects the least cell, for the cells of both. */
  private static Diagnostic join(Diagnostic one, Diagnostic other) {
    boolean isOther =
        !other.affects().isEmpty()
            && (one.affects().isEmpty()
                || other.affects().getFirst().compareTo(one.affects().getFirst()) < 0);
    List<Affected> affects = new ArrayList<>(one.affects());
    affects.addAll(other.affects());
    Precision precision =
        one.precision().compareTo(other.precision()) < 0 ? one.precision() : other.precision();
    return (isOther ? other : one)
        .withSeverity(one.severity().worst(other.severity()))
        .withPrecision(precision)
        .withAffects(affects);
  }

  private static final class Merged {

    private final Diagnostic first;
    private final Set<Affected> affects = new LinkedHashSet<>();
    private Precision precision;

    Merged(Diagnostic first) {
      this.first = first;
      this.precision = first.precision();
    }

    void add(Diagnostic diagnostic, List<Affected> cells) {
      affects.addAll(cells);
      if (diagnostic.precision().compareTo(precision) < 0) {
        precision = diagnostic.precision();
      }
    }

    Diagnostic diagnostic() {
      return first.withPrecision(precision).withAffects(List.copyOf(affects));
    }
  }
}
