package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Project;
import dev.plimsoll.render.RenderRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes the estate of a project: charts and files once each, values once for all that share
 * them.
 */
final class EstateLoader {

  private final FileMemory memory;
  private final ChartShelf chartShelf;
  private final LayerShelf layerShelf;
  private final Evaluations evaluations = new Evaluations();
  private final Renders renders = new Renders();

  EstateLoader(FileMemory memory) {
    this.memory = memory;
    this.chartShelf = new ChartShelf(memory);
    this.layerShelf = new LayerShelf(memory);
  }

  /** Cells that have the same inputs, and so the same values. */
  private record Group(LoadedChart chart, List<Cell> cells) {

    List<Affected> ids() {
      List<Affected> ids = new ArrayList<>(cells.size());
      for (Cell cell : cells) {
        ids.add(cell.id());
      }
      return ids;
    }
  }

  /** A release with what it was made of. */
  private record Computed(
      Cell cell, LoadedChart chart, Evaluation evaluation, ReleaseInstance release) {

    /** Whether Helm stops at the chart, or while it puts values together. */
    boolean isRefused() {
      return chart.diagnostics().stream().anyMatch(Refusals::isOne)
          || evaluation.diagnostics().stream().anyMatch(Refusals::isOne);
    }
  }

  Estate load(EstateRequest request, Workers workers, Bugs bugs, Findings findings) {
    chartShelf.nextAnalysis();
    layerShelf.nextAnalysis();
    evaluations.nextAnalysis();
    renders.nextAnalysis();
    Collection<Cell> all = Matrix.of(request.loaded().project(), request.options(), findings);
    List<Cell> cells = new ArrayList<>(HelmfileCells.of(request, findings));
    for (Cell cell : all) {
      if (request.options().asksFor(cell.id().environment())) {
        cells.add(cell);
      }
    }
    CellCharts charts = CellCharts.load(request, cells, chartShelf, workers, bugs);
    charts.report(cells, findings);
    CellLayers layers = CellLayers.read(request, cells, layerShelf, workers, bugs);
    layers.report(cells, findings);
    List<Group> groups = groups(cells, charts);
    List<Optional<Evaluation>> evaluated =
        workers.map(
            groups,
            group -> {
              Cell first = group.cells().getFirst();
              return bugs.guard(
                  "values of " + first.id(),
                  () ->
                      evaluations.evaluate(
                          group.chart(), layers.of(first), layers.options(first), request));
            });
    List<Computed> computed = releases(groups, evaluated, findings);
    if (request.judge()) {
      check(computed, layers, request.loaded().project(), workers, bugs, findings);
    }
    return new Estate(
        charts.all(),
        computed.stream().map(Computed::release).toList(),
        OtherFiles.of(request, layers.paths(all), memory, findings),
        request.loaded().helmfiles());
  }

  /** Renders every release whose values Helm would have. */
  private void check(
      List<Computed> computed,
      CellLayers layers,
      Project project,
      Workers workers,
      Bugs bugs,
      Findings findings) {
    List<Computed> sound =
        computed.stream()
            .filter(each -> !each.isRefused() && !layers.isRefused(each.cell()))
            .toList();
    List<Optional<List<Diagnostic>>> found =
        workers.map(
            sound,
            each ->
                bugs.guard(
                    "templates of " + each.cell().id(),
                    () -> renders.check(each.evaluation(), each.release(), project)));
    for (int i = 0; i < sound.size(); i++) {
      Cell cell = sound.get(i).cell();
      found
          .get(i)
          .ifPresent(diagnostics ->
              findings.addAll(
                  diagnostics.stream().map(each -> placed(each, cell)).toList(),
                  List.of(cell.id())));
    }
  }

  /** What is wrong with a release as such is said where the project asks for it. */
  private static Diagnostic placed(Diagnostic diagnostic, Cell cell) {
    boolean isAboutRelease = diagnostic.rule().equals(RenderRules.UNINSTALLABLE_RELEASE);
    return isAboutRelease ? diagnostic.withLocation(cell.chart().location()) : diagnostic;
  }

  private static List<Group> groups(List<Cell> cells, CellCharts charts) {
    Map<Cell.Inputs, Group> groups = new LinkedHashMap<>();
    for (Cell cell : cells) {
      charts
          .of(cell)
          .ifPresent(chart ->
              groups
                  .computeIfAbsent(cell.inputs(), ignored -> new Group(chart, new ArrayList<>()))
                  .cells()
                  .add(cell));
    }
    return List.copyOf(groups.values());
  }

  private static List<Computed> releases(
      List<Group> groups, List<Optional<Evaluation>> evaluated, Findings findings) {
    Map<Affected, Computed> releases = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Optional<Evaluation> evaluation = evaluated.get(i);
      if (evaluation.isEmpty()) {
        continue;
      }
      Evaluation found = evaluation.get();
      List<Affected> ids = groups.get(i).ids();
      findings.addAll(found.diagnostics(), ids);
      found.notChecked().forEach(each -> findings.addNotChecked(each, ids));
      for (Cell cell : groups.get(i).cells()) {
        releases.put(
            cell.id(), new Computed(cell, groups.get(i).chart(), found, instance(cell, found)));
      }
    }
    return List.copyOf(releases.values());
  }

  private static ReleaseInstance instance(Cell cell, Evaluation found) {
    return new ReleaseInstance(
        cell.id(),
        cell.namespace(),
        found.chart(),
        found.enabled(),
        found.renderer(),
        found.chartDefaults(),
        found.layers(),
        found.effective(),
        Optional.ofNullable(cell.helmfile()));
  }
}
