package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Shard;
import dev.plimsoll.analysis.SuppressionUse;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts out of a report what is about the cells of one shard; {@link ReportMerger} joins again. */
public final class ShardCutter {

  private record Where(String file, int start, int end) {}

  private ShardCutter() {}

  /**
   * The part of a report that belongs to a shard. What affects no cell belongs to every shard.
   *
   * @param result what the report is of
   */
  public static CheckReport cut(CheckReport whole, AnalysisResult result, Shard shard) {
    List<Affected> all = whole.cells().stream().map(ShownCell::cell).toList();
    Set<Affected> own = new HashSet<>(shard.own(all));
    if (shard.index() == 1) {
      // What could not even be loaded is nobody else's.
      whole.allCells().stream()
          .map(ShownCell::cell)
          .filter(cell -> !all.contains(cell))
          .forEach(own::add);
    }
    List<ShownDiagnostic> diagnostics = new ArrayList<>();
    List<ShownDiagnostic> pending = new ArrayList<>();
    Set<Where> unused = unusedAndExpired(result);
    for (ShownDiagnostic diagnostic : whole.diagnostics()) {
      Optional<List<Affected>> affects = part(diagnostic.affects(), own);
      if (affects.isPresent()) {
        boolean isPending =
            diagnostic.rule().equals(ProjectRules.UNUSED_SUPPRESSION)
                || (diagnostic.rule().equals(ProjectRules.EXPIRED_SUPPRESSION)
                    && unused.contains(where(diagnostic.place())));
        (isPending ? pending : diagnostics).add(cut(diagnostic, affects.get(), own));
      }
    }
    List<ShownNotChecked> notChecked = new ArrayList<>();
    for (ShownNotChecked each : whole.notChecked()) {
      part(each.affects(), own).ifPresent(affects -> notChecked.add(each.withAffects(affects)));
    }
    List<ShownCell> cells =
        whole.cells().stream().filter(cell -> own.contains(cell.cell())).toList();
    return new CheckReport(
        whole.toolVersion(),
        whole.prefix(),
        whole.isComplete(),
        Tally.of(cells, diagnostics, notChecked),
        cells,
        diagnostics,
        notChecked,
        () -> whole.values().get().stream().filter(each -> own.contains(each.cell())).toList(),
        whole.ownRules(),
        Optional.of(new ShardPart(shard.index(), shard.count(), pending)));
  }

  private static Optional<List<Affected>> part(List<Affected> affects, Set<Affected> own) {
    List<Affected> part = affects.stream().filter(own::contains).toList();
    return affects.isEmpty() || !part.isEmpty() ? Optional.of(part) : Optional.empty();
  }

  private static ShownDiagnostic cut(
      ShownDiagnostic diagnostic, List<Affected> affects, Set<Affected> own) {
    List<ShownSubject> subjects = new ArrayList<>();
    for (ShownSubject each : diagnostic.subjects()) {
      part(each.subject().affects(), own).ifPresent(cells -> subjects.add(each.withAffects(cells)));
    }
    ShownDiagnostic part =
        subjects.isEmpty() ? diagnostic.withAffects(affects) : diagnostic.about(subjects);
    return part.withChosenFixes();
  }

  private static Set<Where> unusedAndExpired(AnalysisResult result) {
    SecretMask mask = SecretMask.of(List.of());
    Set<Where> places = new HashSet<>();
    for (SuppressionUse use : result.suppressions()) {
      if (use.isExpired() && use.isUnused()) {
        places.add(
            where(
                ShownPlace.of(
                    use.suppression()
                        .expires()
                        .map(Located::location)
                        .orElse(use.suppression().location()),
                    mask)));
      }
    }
    return places;
  }

  private static Where where(ShownPlace place) {
    return new Where(place.file(), place.start().line(), place.start().column());
  }
}
