package dev.plimsoll.analysis;

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
    List<Diagnostic> diagnostics = new ArrayList<>(byKey.size());
    for (Map<Optional<ObjectRef>, Merged> variants : byKey.values()) {
      Optional<Diagnostic> joined = Optional.empty();
      for (Merged variant : variants.values()) {
        Optional<Diagnostic> judged = judge.apply(variant.diagnostic());
        if (judged.isPresent()) {
          joined = Optional.of(joined.isEmpty() ? judged.get() : join(joined.get(), judged.get()));
        }
      }
      joined.ifPresent(diagnostics::add);
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
