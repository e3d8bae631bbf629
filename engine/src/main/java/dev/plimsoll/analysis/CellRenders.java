package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.analysis.LayerShelf.ReadLayer;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderRules;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.schema.SchemaRules;
import dev.plimsoll.values.ValuesRules;
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

  /**
   * What is said already of the values, and what templates then stop at is only a consequence of.
   */
  private static final Set<RuleId> CAUSES =
      Set.of(
          YamlDiagnostics.INVALID_YAML,
          ProjectRules.MISSING_VALUES_LAYER,
          ValuesRules.VALUES_NOT_A_MAP,
          ValuesRules.INVALID_DOCUMENT_SEPARATOR,
          ValuesRules.INVALID_SET_EXPRESSION,
          ValuesRules.SUBCHART_VALUES_NOT_A_MAP,
          SchemaRules.TYPE_MISMATCH,
          SchemaRules.MISSING_REQUIRED,
          SchemaRules.UNKNOWN_KEY,
          SchemaRules.VIOLATION);

  /** What Helm checks before it renders and nobody else says. */
  private static final Set<RuleId> OF_CHARTS =
      Set.of(RenderRules.INCOMPATIBLE_KUBERNETES, RenderRules.UNINSTALLABLE_RELEASE);

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

  /** Adds cells with the same chart and the same values. */
  void add(LoadedChart chart, Evaluation evaluation, List<Cell> cells, List<ReadLayer> layers) {
    Map<Cell.Target, List<Cell>> byTarget = new LinkedHashMap<>();
    for (Cell cell : cells) {
      byTarget.computeIfAbsent(cell.target(), _ -> new ArrayList<>()).add(cell);
    }
    boolean isAlone = layers.isEmpty() && evaluation.layers().isEmpty();
    boolean isSound =
        layers.size() >= cells.getFirst().layers().size()
            && areSound(chart.diagnostics())
            && areSound(evaluation.diagnostics())
            && layers.stream().allMatch(layer -> areSound(layer.diagnostics()));
    byTarget.forEach((target, same) ->
        tasks.add(new Task(evaluation.renders(), target, same, isAlone, isSound)));
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

  private static boolean areSound(List<Diagnostic> diagnostics) {
    return diagnostics.stream().noneMatch(diagnostic -> CAUSES.contains(diagnostic.rule()));
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
              diagnostics.stream().filter(found -> OF_CHARTS.contains(found.rule())).toList(),
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

  private static NotChecked demanding(Diagnostic refusal) {
    return new NotChecked(
        "What the chart renders is not checked, because it demands values and has none here ("
            + refusal.message()
            + "); a values file in `ci` would let it be checked.",
        refusal.location(),
        List.of());
  }
}
