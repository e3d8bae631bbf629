package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Everything that the parts of one analysis found, joined over cells. */
final class Findings {

  private final DiagnosticMerger diagnostics = new DiagnosticMerger();
  private final Map<Place, Set<Affected>> notChecked = new LinkedHashMap<>();
  private final Map<Affected, Integer> layersBelowMissing = new HashMap<>();

  private record Place(String reason, Location location) {}

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void addAll(List<Diagnostic> found) {
    found.forEach(diagnostics::add);
  }

  /** Adds diagnostics that affect {@code cells}. */
  void addAll(List<Diagnostic> found, List<Affected> cells) {
    for (Diagnostic each : found) {
      diagnostics.add(each, cells);
    }
  }

  void addNotChecked(NotChecked found) {
    addNotChecked(found, found.affects());
  }

  void addNotChecked(NotChecked found, List<Affected> cells) {
    notChecked
        .computeIfAbsent(
            new Place(found.reason(), found.location()), ignored -> new LinkedHashSet<>())
        .addAll(cells);
  }

  /**
   * Notes that a values file of a cell is missing.
   *
   * @param layersBelow how many of the layers of the cell the file would win over
   */
  void addMissingLayer(Affected cell, int layersBelow) {
    layersBelowMissing.merge(cell, layersBelow, Math::max);
  }

  /**
   * The cells with missing values files, each with how many layers the strongest would win over.
   */
  Map<Affected, Integer> layersBelowMissing() {
    return Map.copyOf(layersBelowMissing);
  }

  /** The diagnostics, judged and joined; see {@link DiagnosticMerger#diagnostics}. */
  List<Diagnostic> diagnostics(Function<Diagnostic, Optional<Diagnostic>> judge) {
    return diagnostics.diagnostics(judge);
  }

  /** The same in parts: see {@link DiagnosticMerger#parts}. */
  List<Diagnostic> parts(Function<Diagnostic, List<Diagnostic>> judge) {
    return diagnostics.parts(judge);
  }

  /** Whether somebody has said why something is not checked, at the place that leads there. */
  boolean hasGiven(String reason) {
    return notChecked.keySet().stream().anyMatch(place -> place.reason.endsWith(reason));
  }

  /** Sorted by place, then by reason. */
  List<NotChecked> notChecked() {
    List<NotChecked> all = new ArrayList<>();
    notChecked.forEach((place, cells) ->
        all.add(new NotChecked(place.reason, place.location, List.copyOf(cells))));
    all.sort((a, b) -> {
      int byPlace = a.location().compareTo(b.location());
      return byPlace != 0 ? byPlace : a.reason().compareTo(b.reason());
    });
    return all;
  }
}
