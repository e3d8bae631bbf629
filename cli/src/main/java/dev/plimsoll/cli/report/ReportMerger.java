package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.CommonCauses;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins the reports of shards to what one run would have said. A part that is missing, or there
 * twice, is refused: silence must mean that something was checked.
 */
public final class ReportMerger {

  private static final Comparator<ShownPlace> BY_PLACE =
      Comparator.comparing(ShownPlace::file)
          .thenComparing(place -> place.range().start())
          .thenComparing(place -> place.range().end());

  /** What still counts, then what the baseline accepts, then what suppressions accept. */
  private static final Comparator<Optional<AcceptedBy>> BY_ACCEPTANCE =
      Comparator.comparing(
          accepted -> accepted.map(by -> by.kind() == AcceptedBy.Kind.BASELINE ? 1 : 2).orElse(0));

  private static final Comparator<ShownDiagnostic> ORDER =
      Comparator.comparing(ShownDiagnostic::place, BY_PLACE)
          .thenComparing(ShownDiagnostic::severity)
          .thenComparing(ShownDiagnostic::rule)
          .thenComparing(ShownDiagnostic::message)
          .thenComparing(ShownDiagnostic::accepted, BY_ACCEPTANCE);

  private static final Comparator<ShownNotChecked> ORDER_OF_GAPS =
      Comparator.comparing(ShownNotChecked::place, BY_PLACE)
          .thenComparing(ShownNotChecked::reason)
          .thenComparing(ShownNotChecked::accepted, BY_ACCEPTANCE);

  private record Key(
      RuleId rule, String file, Range range, String message, Optional<AcceptedBy> accepted) {

    static Key of(ShownDiagnostic diagnostic) {
      return new Key(
          diagnostic.rule(),
          diagnostic.place().file(),
          diagnostic.place().range(),
          diagnostic.message(),
          diagnostic.accepted());
    }
  }

  /** As the engine joins what one line does to several objects. */
  private static final CommonCauses<ShownDiagnostic> COMMON =
      new CommonCauses<>(
          each -> each.subject().map(ShownSubject::subject),
          each ->
              List.of(
                  each.rule(),
                  each.place().file(),
                  each.place().range(),
                  each.accepted(),
                  each.mendedBy().get()),
          ReportMerger::joinObjects);

  private record Gap(String file, Range range, String reason, Optional<AcceptedBy> accepted) {

    static Gap of(ShownNotChecked each) {
      return new Gap(each.place().file(), each.place().range(), each.reason(), each.accepted());
    }
  }

  private ReportMerger() {}

  /** Why these reports are not the parts of one run; empty if they are. */
  public static Optional<String> problem(List<CheckReport> reports) {
    if (reports.size() == 1 && reports.getFirst().shard().isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> seen = new TreeSet<>();
    CheckReport first = reports.getFirst();
    for (CheckReport report : reports) {
      Optional<ShardPart> part = report.shard();
      if (part.isEmpty()) {
        return Optional.of("One of the files is no result of `plimsoll check --shard`.");
      }
      if (part.get().count() != first.shard().map(ShardPart::count).orElse(0)) {
        return Optional.of("The files are of runs with different numbers of shards.");
      }
      if (!report.toolVersion().equals(first.toolVersion())
          || !report.prefix().equals(first.prefix())) {
        return Optional.of("The files are of different runs.");
      }
      if (!seen.add(part.get().index())) {
        return Optional.of("Shard " + part.get().index() + " is there twice.");
      }
    }
    int count = first.shard().map(ShardPart::count).orElse(0);
    for (int i = 1; i <= count; i++) {
      if (!seen.contains(i)) {
        return Optional.of("Shard " + i + " of " + count + " is missing.");
      }
    }
    return hasCellTwice(reports)
        ? Optional.of("Two shards cover the same release; they are of different runs.")
        : Optional.empty();
  }

  private static boolean hasCellTwice(List<CheckReport> reports) {
    Set<Affected> seen = new HashSet<>();
    return reports.stream()
        .flatMap(report -> report.cells().stream())
        .anyMatch(cell -> !seen.add(cell.cell()));
  }

  /** What one run says; {@link #problem} must have found none. */
  public static CheckReport merge(List<CheckReport> reports) {
    if (reports.size() == 1 && reports.getFirst().shard().isEmpty()) {
      return reports.getFirst();
    }
    List<ShownCell> cells =
        reports.stream()
            .flatMap(report -> report.cells().stream())
            .sorted(Comparator.comparing(ShownCell::cell))
            .toList();
    List<ShownDiagnostic> diagnostics = diagnostics(reports);
    List<ShownNotChecked> notChecked = notChecked(reports);
    return new CheckReport(
        reports.getFirst().toolVersion(),
        reports.getFirst().prefix(),
        reports.stream().allMatch(CheckReport::isComplete),
        Tally.of(cells, diagnostics, notChecked),
        cells,
        diagnostics,
        notChecked,
        () ->
            reports.stream()
                .flatMap(report -> report.values().get().stream())
                .sorted(Comparator.comparing(CellValues::cell))
                .toList(),
        reports.getFirst().ownRules(),
        Optional.empty());
  }

  private static List<ShownDiagnostic> diagnostics(List<CheckReport> reports) {
    Map<Key, List<ShownDiagnostic>> parts = new LinkedHashMap<>();
    Map<Key, List<ShownDiagnostic>> pending = new LinkedHashMap<>();
    for (CheckReport report : reports) {
      add(report.diagnostics(), parts);
      report.shard().ifPresent(part -> add(part.pending(), pending));
    }
    pending.values().removeIf(said -> said.size() < reports.size());
    parts.putAll(pending);
    return COMMON.joined(parts.values().stream().map(ReportMerger::join).toList()).stream()
        .map(ShownDiagnostic::withChosenFixes)
        .sorted(ORDER)
        .toList();
  }

  private static void add(
      List<ShownDiagnostic> diagnostics, Map<Key, List<ShownDiagnostic>> parts) {
    for (ShownDiagnostic diagnostic : diagnostics) {
      for (ShownDiagnostic each : diagnostic.alone()) {
        parts.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each);
      }
    }
  }

  /** What explains a diagnostic is that of its first cell. */
  private static ShownDiagnostic join(List<ShownDiagnostic> parts) {
    ShownDiagnostic first =
        parts.stream()
            .min(
                Comparator.comparing(
                    part -> part.affects().stream().findFirst(),
                    Comparator.comparing(cell -> cell.orElse(new Affected("", "", "")))))
            .orElseThrow();
    Severity worst = parts.stream().map(ShownDiagnostic::severity).min(Severity::compareTo).get();
    Precision best = parts.stream().map(ShownDiagnostic::precision).min(Precision::compareTo).get();
    return first.withJudgement(
        worst, best, union(parts.stream().map(ShownDiagnostic::affects).toList()));
  }

  /** What explains it is that of the first object. */
  private static ShownDiagnostic joinObjects(List<ShownDiagnostic> group) {
    List<ShownDiagnostic> sorted =
        group.stream().sorted(Comparator.comparing(each -> each.subject().orElseThrow())).toList();
    return join(sorted).about(sorted.stream().flatMap(each -> each.subject().stream()).toList());
  }

  private static List<ShownNotChecked> notChecked(List<CheckReport> reports) {
    Map<Gap, List<ShownNotChecked>> parts = new LinkedHashMap<>();
    reports.stream()
        .flatMap(report -> report.notChecked().stream())
        .forEach(each -> parts.computeIfAbsent(Gap.of(each), gap -> new ArrayList<>()).add(each));
    return parts.values().stream()
        .map(same ->
            same.getFirst()
                .withAffects(union(same.stream().map(ShownNotChecked::affects).toList())))
        .sorted(ORDER_OF_GAPS)
        .toList();
  }

  private static List<Affected> union(Collection<List<Affected>> parts) {
    Set<Affected> all = new TreeSet<>();
    parts.forEach(all::addAll);
    return List.copyOf(all);
  }
}
