package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders one chart, as often as releases need it: {@code helm template} from the point at which
 * values are coalesced ({@code Install.RunWithContext}, {@code Engine.Render} and {@code
 * renderResources}). Keeps the parsed templates of the chart, and what they wrote with its trees
 * while somebody holds a render with them; thread-safe.
 */
public final class ChartRenderer {

  private final HelmVersion helm;
  private final FunctionTable functions;
  private final TemplateShelf shelf;
  private final ManifestTexts texts = new ManifestTexts();
  private final TemplateMemory memory = new TemplateMemory();
  private final ReleaseCheck check = new ReleaseCheck();

  public ChartRenderer(HelmVersion helm) {
    this.helm = helm;
    this.functions = HelmFunctions.table(helm);
    this.shelf = new TemplateShelf(functions);
  }

  /** The Helm that is modelled. */
  public HelmVersion helm() {
    return helm;
  }

  /** A file as a template; each is parsed once. */
  public TemplateFile template(ChartFile file) {
    return shelf.file(file);
  }

  /**
   * Renders a release.
   *
   * @param chart enabled for these values
   * @param values what its templates see
   * @param options for the Helm of this renderer
   */
  public RenderOutcome render(EnabledChart chart, Coalesced values, RenderOptions options) {
    RenderOutcome outcome = attempt(chart, values, options);
    boolean hasNoOrigins =
        outcome instanceof RenderFailure failure && isOfTemplate(failure) && !options.tracked();
    if (!hasNoOrigins) {
      return outcome;
    }
    // Only origins say which value is to blame, and which line wrote what Helm cannot read.
    RenderOutcome again = attempt(chart, values, options.withTracking(true));
    return again instanceof RenderFailure ? again : outcome;
  }

  private static boolean isOfTemplate(RenderFailure failure) {
    return switch (failure.kind()) {
      case EXECUTION, MANIFEST, BOUND -> true;
      case CHART, SCHEMA, SYNTAX -> false;
    };
  }

  private RenderOutcome attempt(EnabledChart chart, Coalesced values, RenderOptions options) {
    Optional<RenderFailure> refused = check.refusal(chart, values, options);
    if (refused.isPresent()) {
      return refused.get();
    }
    ValuesNode root = ValuesNode.root(values.values());
    List<TemplateScope> scopes = ChartScopes.of(chart, root, options.tracked());
    Optional<RenderFailure> broken = syntaxErrors(scopes);
    if (broken.isPresent()) {
      return broken.get();
    }
    TemplateSet templates = shelf.set(scopes);
    TemplateRuns runs =
        new TemplateRuns(
            chart,
            root,
            options,
            functions,
            new Evaluator(templates, options.evaluation()),
            options.reuses() ? memory.of(chart, options) : null);
    List<RenderedTemplate> rendered = new ArrayList<>();
    for (TemplateScope scope : scopes) {
      if (scope.isPartial()) {
        continue;
      }
      try {
        rendered.add(runs.run(scope));
      } catch (EvaluationFailure failure) {
        return Failures.execution(failure, scope, templates.names());
      }
    }
    return new ManifestAssembly(helm, options.capabilities().kube(), chart, rendered, texts)
        .assemble(runs.nonDeterminism());
  }

  private Optional<RenderFailure> syntaxErrors(List<TemplateScope> scopes) {
    Failures.Syntax failures = new Failures.Syntax(functions);
    for (TemplateScope scope : scopes) {
      TemplateFile file = shelf.file(scope.file());
      if (!file.errors().isEmpty()) {
        failures.add(scope, file);
      }
    }
    return failures.failure();
  }
}
