package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the diagnostics of one rule: the same message at the same place about the same object is
 * one of them. The analysis joins those of several objects, when it knows which cells count.
 */
public final class Findings {

  private final Map<Key, Diagnostic> first = new LinkedHashMap<>();
  private final Map<Key, List<Affected>> affected = new LinkedHashMap<>();

  private record Key(Location location, String message, Optional<ObjectRef> object) {}

  /** Adds a diagnostic; of equal ones the first is kept, for the cells of all. */
  public void add(Diagnostic diagnostic, Collection<Affected> cells) {
    Key key = new Key(diagnostic.location(), diagnostic.message(), diagnostic.object());
    first.putIfAbsent(key, diagnostic);
    affected.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(cells);
  }

  /** Adds what {@link #toList} gave, each for the cells that it affects. */
  public void addAll(List<Diagnostic> diagnostics) {
    diagnostics.forEach(diagnostic -> add(diagnostic, diagnostic.affects()));
  }

  /** Everything, each with the cells that it affects. */
  public List<Diagnostic> toList() {
    List<Diagnostic> all = new ArrayList<>();
    reportTo(all::add);
    return List.copyOf(all);
  }

  public void reportTo(DiagnosticSink sink) {
    first.forEach((key, diagnostic) ->
        sink.report(diagnostic.withAffects(affected.getOrDefault(key, List.of()))));
  }
}
