package dev.plimsoll.render;

import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.template.eval.EvaluationCost;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.NoValue;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.ReadRecorder;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.StrayBytes;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.MapValue;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the templates of one render, one after another; what it is known to write, a template need
 * not write again.
 */
final class TemplateRuns {

  private final EnabledChart chart;
  private final ValuesNode root;
  private final RenderOptions options;
  private final FunctionTable functions;
  private final Evaluator evaluator;
  private final TemplateMemory.@Nullable Outputs known;
  private final ReadRecorder recorder;
  private @Nullable ChartData data;

  /**
   * @param root of the values
   * @param known what the templates wrote before; null if that does not matter
   */
  TemplateRuns(
      EnabledChart chart,
      ValuesNode root,
      RenderOptions options,
      FunctionTable functions,
      Evaluator evaluator,
      TemplateMemory.@Nullable Outputs known) {
    this.chart = chart;
    this.root = root;
    this.options = options;
    this.functions = functions;
    this.evaluator = evaluator;
    this.known = known;
    this.recorder = new ReadRecorder(known != null);
  }

  RenderedTemplate run(TemplateScope scope) throws EvaluationFailure {
    TemplateOutput output = remembered(scope);
    if (output == null) {
      output = execute(scope);
    }
    return new RenderedTemplate(scope, output, root);
  }

  /** The functions that were called and give another result each time. */
  Set<String> nonDeterminism() {
    return evaluator.nonDeterminism();
  }

  private @Nullable TemplateOutput remembered(TemplateScope scope) {
    // What a template has changed, those behind it see.
    if (known == null || recorder.hasChanged()) {
      return null;
    }
    TemplateOutput found = known.find(scope.name(), values(), options.release());
    return found != null && evaluator.skip(found.cost()) ? found : null;
  }

  private TemplateOutput execute(TemplateScope scope) throws EvaluationFailure {
    ChartData seen = data();
    GoMap dot = seen.dot(scope.chart());
    dot.put(ChartData.TEMPLATE, template(scope));
    EvaluationCost before = evaluator.cost();
    int calls = evaluator.nonDeterministicCalls();
    recorder.start();
    TemplateOutput output;
    try {
      output =
          new TemplateOutput(
              StrayBytes.shown(NoValue.remove(execute(scope.name(), dot))),
              evaluator.cost().since(before));
    } finally {
      recorder.stop();
    }
    boolean isRepeatable =
        seen.isWhole() && !recorder.hasChanged() && evaluator.nonDeterministicCalls() == calls;
    if (known != null && isRepeatable) {
      known.keep(scope.name(), values(), options.release(), seen.reads(), output);
    }
    return output;
  }

  /** What is taken from another template, nobody notes the reads of. */
  private TracedText execute(String name, GoMap dot) throws EvaluationFailure {
    return known == null
        ? evaluator.execute(name, dot, recorder::ownReads)
        : evaluator.execute(name, dot);
  }

  private GoMap template(TemplateScope scope) {
    GoMap template =
        new GoMap(new HashMap<>(), GoTypeNames.values(options.helm()), Trace.NONE, _ -> Trace.NONE);
    template.put("Name", GoString.of(scope.name()));
    template.put("BasePath", GoString.of(scope.basePath()));
    recorder.guard(template);
    return template;
  }

  private ChartData data() {
    ChartData opened = data;
    if (opened == null) {
      opened = new ChartData(chart, root, options, functions, recorder);
      data = opened;
    }
    return opened;
  }

  private MapValue values() {
    return (MapValue) root.value();
  }
}
