package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.LayerOffers;
import dev.plimsoll.analysis.Summary;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.SecretValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A result as reports show it: texts and positions alone, so that it can be written to a file and
 * read again. Every report is a pure function of one.
 *
 * @param prefix stands before every path, so that a terminal can follow it: the way from the
 *     working directory to the workspace, ending with {@code /}; or empty
 * @param isComplete whether nothing stopped the analysis; false after a bug of ours or for an
 *     unreadable project file
 * @param cells every cell that was looked at
 * @param shard which part of a whole it is; empty if it is one
 * @param values the effective values, secrets masked; asked for only by reports that have them
 * @param ownRules the rules that the project brings itself
 */
public record CheckReport(
    String toolVersion,
    String prefix,
    boolean isComplete,
    Summary summary,
    List<ShownCell> cells,
    List<ShownDiagnostic> diagnostics,
    List<ShownNotChecked> notChecked,
    Supplier<List<CellValues>> values,
    List<RuleMetadata> ownRules,
    Optional<ShardPart> shard) {

  public CheckReport {
    ownRules = List.copyOf(ownRules);
    cells = List.copyOf(cells);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }

  /** What an analysis found. */
  public static CheckReport of(
      AnalysisResult result, String toolVersion, String prefix, Supplier<List<CellValues>> values) {
    SecretMask mask = SecretMask.of(result.diagnostics());
    RuleLinks links = new RuleLinks(result.project().ownRules());
    LayerOffers layers = new LayerOffers(result.estate());
    return new CheckReport(
        toolVersion,
        prefix,
        result.bugs().isEmpty() && !result.projectUnreadable(),
        result.summary(),
        result.estate().releases().stream().map(ShownCell::of).toList(),
        result.diagnostics().stream()
            .map(diagnostic -> ShownDiagnostic.of(diagnostic, mask, links, layers::of))
            .toList(),
        result.notChecked().stream().map(each -> ShownNotChecked.of(each, mask)).toList(),
        values,
        result.project().ownRules(),
        Optional.empty());
  }

  /** The effective values of a result. */
  public static List<CellValues> values(AnalysisResult result, SecretValues secrets) {
    return result.estate().releases().stream()
        .map(release -> CellValues.of(release, secrets))
        .toList();
  }

  /** The cells, and those that are only named because something affects them. */
  List<ShownCell> allCells() {
    Map<Affected, ShownCell> all = new TreeMap<>();
    cells.forEach(cell -> all.put(cell.cell(), cell));
    Stream.concat(
            diagnostics.stream().map(ShownDiagnostic::affects),
            notChecked.stream().map(ShownNotChecked::affects))
        .flatMap(List::stream)
        .forEach(cell ->
            all.computeIfAbsent(cell, name -> new ShownCell(name, "", "", ShownCell.NOT_RENDERED)));
    return List.copyOf(all.values());
  }

  /** Whether a diagnostic counts that is as bad as {@code threshold} or worse. */
  public boolean counts(Severity threshold) {
    return diagnostics.stream()
        .anyMatch(each -> each.counts() && each.severity().isAtLeast(threshold));
  }

  /** Whether something could not be checked, and nobody accepts that. */
  public boolean hasGaps() {
    return notChecked.stream().anyMatch(each -> each.accepted().isEmpty());
  }

  /** The diagnostics that nobody accepts. */
  List<ShownDiagnostic> counted() {
    return diagnostics.stream().filter(ShownDiagnostic::counts).toList();
  }

  /** A path as one follows it from the working directory. */
  String path(ShownPlace place) {
    return ShownPath.of(prefix, place.file());
  }
}
