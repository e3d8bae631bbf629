package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderRules;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.schema.SchemaRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders the releases of an estate, and says which of them Helm cannot render. */
final class CellRenders {

  /** A render takes long enough for a second thread to pay. */
  private static final int WORTH_IT = 2;

  /** What a schema says of values, and templates then stop at. */
  private static final Set<RuleId> OF_SCHEMAS =
      Set.of(
          SchemaRules.TYPE_MISMATCH,
          SchemaRules.MISSING_REQUIRED,
          SchemaRules.UNKNOWN_KEY,
          SchemaRules.VIOLATION);

  /** What Helm checks before it renders and nobody else says. */
  private static final Set<RuleId> OF_CHARTS =
      Set.of(RenderRules.INCOMPATIBLE_KUBERNETES, RenderRules.UNINSTALLABLE_RELEASE);

  private final Optional<LiveCell> live;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<Affected, RenderOutcome> outcomes = new HashMap<>();

  /**
   * Cells that have one render.
   *
   * @param isAlone whether nobody gives the chart any values
   * @param isSound whether nothing is known to be wrong with the values
   */
  private record Task(
      Renders renders, Cell.Target target, List<Cell> cells, boolean isAlone, boolean isSound) {

    RenderOutcome render() {
      return isAlone ? renders.alone(target) : renders.of(target);
    }

    List<Affected> ids() {
      return cells.stream().map(Cell::id).toList();
    }
  }

  /**
   * @param live what the cluster of one of them has answered
   */
  CellRenders(Optional<LiveCell> live) {
    this.live = live;
  }

  /** Adds cells with the same chart and the same values. */
  void add(LoadedChart chart, Evaluation evaluation, List<Cell> cells, CellLayers layers) {
    Map<Cell.Target, List<Cell>> byTarget = new LinkedHashMap<>();
    for (Cell cell : cells) {
      byTarget.computeIfAbsent(target(cell), _ -> new ArrayList<>()).add(cell);
    }
    boolean isAlone = evaluation.layers().isEmpty();
    boolean isSound =
        !layers.isRefused(cells.getFirst())
            && areSound(chart.diagnostics())
            && areSound(evaluation.diagnostics());
    byTarget.forEach((target, same) ->
        tasks.add(new Task(evaluation.renders(), target, same, isAlone, isSound)));
  }

  /** What of a cell itself a template can see. */
  Cell.Target target(Cell cell) {
    Cell.Target target = cell.target();
    return live.filter(known -> known.cell().equals(cell.id())).map(target::on).orElse(target);
  }

  /** Renders everything that was added. */
  void render(Workers workers, Bugs bugs, Findings findings) {
    List<Optional<RenderOutcome>> rendered =
        workers.map(
            tasks,
            task -> bugs.guard("render of " + task.cells().getFirst().id(), task::render),
            WORTH_IT);
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      rendered
          .get(i)
          .ifPresent(outcome -> {
            task.ids().forEach(id -> outcomes.put(id, outcome));
            report(task, outcome, findings);
          });
    }
  }

  /** What became of a cell; empty if it was not rendered. */
  Optional<RenderOutcome> of(Cell cell) {
    return Optional.ofNullable(outcomes.get(cell.id()));
  }

  /** Whether nothing is wrong that templates would only stumble over again. */
  private static boolean areSound(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .noneMatch(found -> Refusals.isOne(found) || OF_SCHEMAS.contains(found.rule()));
  }

  private static void report(Task task, RenderOutcome outcome, Findings findings) {
    switch (outcome) {
      case RenderedChart _ -> {}
      case RenderFailure failure -> report(task, failure, findings);
    }
  }

  private static void report(Task task, RenderFailure failure, Findings findings) {
    List<Diagnostic> diagnostics = failure.diagnostics();
    switch (failure.kind()) {
      case CHART ->
          findings.addAll(
              diagnostics.stream()
                  .filter(found -> OF_CHARTS.contains(found.rule()))
                  .map(found -> placed(found, task.cells().getFirst()))
                  .toList(),
              task.ids());
      case SYNTAX, BOUND -> findings.addAll(diagnostics, task.ids());
      case EXECUTION, MANIFEST -> {
        Diagnostic first = diagnostics.getFirst();
        if (task.isAlone() && first.rule().equals(RenderRules.REFUSED_VALUES)) {
          findings.addNotChecked(demanding(first), task.ids());
        } else if (task.isSound()) {
          findings.addAll(diagnostics, task.ids());
        }
      }
      case SCHEMA -> {
        // The values have been judged before.
      }
    }
  }

  /** What is wrong with a release as such is said where the project asks for it. */
  private static Diagnostic placed(Diagnostic diagnostic, Cell cell) {
    boolean isAboutRelease = diagnostic.rule().equals(RenderRules.UNINSTALLABLE_RELEASE);
    return isAboutRelease ? diagnostic.withLocation(cell.chart().location()) : diagnostic;
  }

  private static NotChecked demanding(Diagnostic refusal) {
    return new NotChecked(
        "What the chart renders is not checked, because it demands values and has none here ("
            + refusal.message()
            + "); a values file in `ci` would let it be checked.",
        refusal.location(),
        List.of());
  }
}
