package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what many cells say about one line: same rule, same place, same message is one diagnostic
 * that affects them all. The related places and fixes are those of the first.
 */
final class DiagnosticMerger {

  private final Map<Key, Merged> byKey = new LinkedHashMap<>();

  private record Key(RuleId rule, Location location, String message) {}

  void add(Diagnostic diagnostic) {
    add(diagnostic, diagnostic.affects());
  }

  /** Adds a diagnostic that affects {@code cells}, whatever it says itself. */
  void add(Diagnostic diagnostic, List<Affected> cells) {
    Key key = new Key(diagnostic.rule(), diagnostic.location(), diagnostic.message());
    byKey.computeIfAbsent(key, ignored -> new Merged(diagnostic)).add(diagnostic, cells);
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>(byKey.size());
    for (Merged merged : byKey.values()) {
      diagnostics.add(merged.diagnostic());
    }
    return diagnostics;
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
