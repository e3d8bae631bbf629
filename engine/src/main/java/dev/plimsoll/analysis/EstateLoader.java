package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.PlainFiles;
import dev.plimsoll.index.ReleaseInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Computes the estate of a project: charts and files once each, values once for all that share
 * them.
 */
final class EstateLoader {

  private final FileMemory memory;
  private final ChartShelf chartShelf;
  private final LayerShelf layerShelf;
  private final Evaluations evaluations = new Evaluations();

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

  Estate load(EstateRequest request, Workers workers, Bugs bugs, Findings findings) {
    chartShelf.nextAnalysis();
    layerShelf.nextAnalysis();
    evaluations.nextAnalysis();
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
    return new Estate(
        charts.all(),
        releases(
            groups,
            evaluated,
            renders(request, groups, evaluated, layers, workers, bugs, findings),
            findings),
        OtherFiles.of(request, layers.paths(all), memory, findings),
        request.loaded().helmfiles(),
        request.judge()
            ? PlainFilesReader.of(request, layers.paths(all), memory, findings)
            : PlainFiles.NONE,
        request.loaded().project().contexts(),
        request.loaded().project().clusterFacts(),
        request.loaded().project().pods());
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

  private static CellRenders renders(
      EstateRequest request,
      List<Group> groups,
      List<Optional<Evaluation>> evaluated,
      CellLayers layers,
      Workers workers,
      Bugs bugs,
      Findings findings) {
    CellRenders renders = new CellRenders(request.options().live());
    if (request.judge()) {
      Predicate<Cell> isWanted = wanted(request, groups);
      for (int i = 0; i < groups.size(); i++) {
        Group group = groups.get(i);
        List<Cell> cells = group.cells().stream().filter(isWanted).toList();
        if (!cells.isEmpty()) {
          evaluated.get(i).ifPresent(found -> renders.add(group.chart(), found, cells, layers));
        }
      }
      renders.render(workers, bugs, findings);
    }
    return renders;
  }

  private static Predicate<Cell> wanted(EstateRequest request, List<Group> groups) {
    Optional<Shard> shard = request.options().shard();
    if (shard.isEmpty()) {
      return cell -> true;
    }
    List<Affected> all = groups.stream().flatMap(group -> group.ids().stream()).toList();
    Set<String> environments = shard.get().environments(all);
    return cell -> environments.contains(cell.id().environment());
  }

  private static List<ReleaseInstance> releases(
      List<Group> groups,
      List<Optional<Evaluation>> evaluated,
      CellRenders renders,
      Findings findings) {
    Map<Affected, ReleaseInstance> releases = new TreeMap<>();
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
        releases.put(cell.id(), instance(cell, found, renders));
      }
    }
    return List.copyOf(releases.values());
  }

  private static ReleaseInstance instance(Cell cell, Evaluation found, CellRenders renders) {
    Renders own = found.renders();
    Cell.Target target = renders.target(cell);
    return new ReleaseInstance(
        cell.id(),
        cell.namespace(),
        cell.namespacePlace(),
        found.chart(),
        found.enabled(),
        own.renderer(),
        found.chartDefaults(),
        found.layers(),
        found.effective(),
        renders.of(cell),
        values -> own.with(values, target),
        Optional.ofNullable(cell.helmfile()));
  }
}
