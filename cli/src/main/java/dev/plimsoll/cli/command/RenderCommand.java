package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.RenderedLines;
import dev.plimsoll.cli.report.TextReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.HelmOutput;
import dev.plimsoll.render.NameTemplate;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOptions;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderSources;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll render}: the bytes of {@code helm template}. */
public final class RenderCommand implements Command {

  private final Console console;
  private final HelmComparison comparison = new HelmComparison();
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final TemplateOptions template = new TemplateOptions();
  private final HelmTemplateOptions others = new HelmTemplateOptions();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private @Nullable String named;
  private @Nullable String second;
  private boolean showOrigins;
  private boolean deterministic;

  public RenderCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("render", this)
        .header("Render a release: the bytes of `helm template`.")
        .description(
            "%nRELEASE is a release of the workspace and wants -e where it is in several environments."
                + " NAME CHART are the arguments of `helm template` and need no workspace. Without any, every"
                + " release is rendered: the bytes of `helmfile template --skip-deps`.%n")
        .examples(
            "  plimsoll render shop -e prod --show-origins     each line with the line it comes from",
            "  plimsoll render web ./chart -f a.yaml --set image.tag=1.2 --helm-version 3.22",
            "  plimsoll render web ./chart -s templates/deployment.yaml",
            "  plimsoll render -f helmfile.yaml.gotmpl -e prod",
            "",
            "Exit codes: 0 rendered; 1 Helm refuses it, and standard error says why.")
        .with(this::declare);
  }

  private void declare(Options options) {
    options
        .optionalParameter(
            "RELEASE",
            "A release, or the name for CHART. Default: every release of the helmfiles.",
            value -> named = value)
        .optionalParameter("CHART", "The folder or archive of a chart.", value -> second = value)
        .flag(
            "--show-origins",
            "Append to each line the values line, or else the template line, it comes from.",
            on -> showOrigins = on)
        .flag(
            "--deterministic",
            "Make random functions and the clock give the same in every run.",
            on -> deterministic = on)
        // Without `--version`, which is one of Helm's: of the chart.
        .help()
        .with(comparison, workspace, template, others, layers, output);
  }

  @Override
  public Integer call() {
    others.check();
    Optional<HelmComparison.Move> move = comparison.move();
    if (move.isPresent()) {
      return compare(move.get());
    }
    if (named == null && !template.makesUpName()) {
      return renderHelmfiles();
    }
    return chart().isPresent() ? renderChart(chart().get()) : renderRelease();
  }

  private int compare(HelmComparison.Move move) {
    RenderSources sources = RenderSources.fixed();
    Workplace workplace;
    Function<HelmVersion, AnalysisResult> load;
    Optional<String> chart = chart();
    if (chart.isPresent()) {
      workplace = Workplace.ofChart(console, chart.get());
      String name = template.makesUpName() ? madeUpName(chart.get(), sources) : first();
      load = helm -> workplace.loadChart(name, chart.get(), layers, helm);
    } else {
      workplace = workspace.open(console);
      load = helm -> workplace.load(layers, layers.environments(), helm);
    }
    return comparison.run(
        console,
        output,
        workplace,
        move,
        load,
        result ->
            chart.isPresent()
                ? Releases.ofChart(result, chart.get())
                : named == null ? result.estate().releases() : Releases.named(result, named),
        (result, instance) -> outcome(result, instance, sources, true));
  }

  private String first() {
    if (named == null) {
      throw new UsageError(
          "Name a release, or NAME CHART as for `helm template`; `plimsoll releases` shows the releases.");
    }
    return named;
  }

  private RenderSources sources() {
    return deterministic ? RenderSources.fixed() : RenderSources.real();
  }

  private Optional<String> chart() {
    if (!template.makesUpName()) {
      return Optional.ofNullable(second);
    }
    if (second != null) {
      throw new UsageError("A name and an option that makes one up exclude each other.");
    }
    return Optional.of(first());
  }

  private int renderChart(String chart) {
    Workplace workplace = Workplace.ofChart(console, chart);
    RenderSources sources = sources();
    String name = template.makesUpName() ? madeUpName(chart, sources) : first();
    AnalysisResult result = workplace.loadChart(name, chart, layers);
    ReleaseInstance instance = Releases.ofChart(result, chart).getFirst();
    return render(workplace, result, instance, sources, "");
  }

  private int renderRelease() {
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.load(layers, layers.environments());
    ReleaseInstance instance = Releases.only(Releases.named(result, first()), first());
    Optional<HelmfileRelease> unknown =
        instance.helmfile().filter(_ -> !RenderOrder.isWhole(result, instance));
    return unknown.isPresent()
        ? RenderOrder.reportMissing(console, workplace, result, unknown.get())
        : render(workplace, result, instance, sources(), "");
  }

  /** Every release that helmfile would render, in its order and with its empty lines. */
  private int renderHelmfiles() {
    layers.takeFilesForHelmfiles();
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.load(layers, layers.environments());
    List<String> environments =
        result.estate().helmfiles().environments().stream()
            .map(LoadedEnvironment::name)
            .filter(name -> layers.environments().isEmpty() || layers.environments().contains(name))
            .distinct()
            .toList();
    if (environments.isEmpty()) {
      throw new UsageError("There is no helmfile here; name a release.");
    }
    if (environments.size() > 1) {
      throw new UsageError(
          "The helmfiles have the environments "
              + String.join(", ", environments)
              + "; choose one with -e.");
    }
    int code = Refusals.reportHelmfiles(console, output, workplace, result, layers.environments());
    for (HelmfileRelease release :
        code == ExitCode.OK || code == ExitCode.NOT_CHECKED
            ? RenderOrder.of(result.estate(), environments.getFirst())
            : List.<HelmfileRelease>of()) {
      Optional<ReleaseInstance> instance = instance(result, release);
      code =
          ExitCode.worse(
              code,
              instance.isPresent()
                  ? renderOne(workplace, result, instance.get())
                  : RenderOrder.reportMissing(console, workplace, result, release));
    }
    return code;
  }

  private static Optional<ReleaseInstance> instance(
      AnalysisResult result, HelmfileRelease release) {
    return result.estate().releases().stream()
        .filter(each -> each.helmfile().filter(release::equals).isPresent())
        .filter(each -> RenderOrder.isWhole(result, each))
        .findFirst();
  }

  private int renderOne(Workplace workplace, AnalysisResult result, ReleaseInstance instance) {
    return render(workplace, result, instance, sources(), "\n");
  }

  private String madeUpName(String chart, RenderSources sources) {
    Optional<String> text = template.nameTemplate();
    if (text.isEmpty()) {
      return NameTemplate.generated(chart, sources.clock());
    }
    try {
      return NameTemplate.evaluate(text.get(), sources.random(), sources.clock());
    } catch (NameTemplate.Broken e) {
      throw new UsageError("`--name-template` gives no name: " + e.getMessage() + ".");
    }
  }

  private int render(
      Workplace workplace,
      AnalysisResult result,
      ReleaseInstance instance,
      RenderSources sources,
      String end) {
    int refused = Refusals.reportUnrendered(console, output, workplace, result, List.of(instance));
    if (refused != ExitCode.OK) {
      if (outcome(result, instance, sources, false) instanceof RenderFailure failure
          && failure.kind() == RenderFailure.Kind.CHART) {
        HelmWords.quote(console, output, failure, instance.renderer().helm());
      }
      return refused;
    }
    return switch (outcome(result, instance, sources, showOrigins)) {
      case RenderedChart rendered -> print(workplace, rendered, end);
      case RenderFailure failure -> report(workplace, failure, instance.renderer().helm());
    };
  }

  private RenderOutcome outcome(
      AnalysisResult result, ReleaseInstance instance, RenderSources sources, boolean tracked) {
    ChartRenderer renderer = instance.renderer();
    RenderOptions options =
        RenderOptions.of(
                template.release(instance),
                template.capabilities(
                    renderer.helm(), kubernetes(result, instance), instance.apiVersions()),
                sources)
            .withTracking(tracked);
    return renderer.render(
        instance.enabled(),
        instance.effective(),
        template.skipSchema() ? options.withoutSchema() : options);
  }

  private int print(Workplace workplace, RenderedChart rendered, String end) {
    PrintOptions print = template.print();
    Optional<TracedText> text = HelmOutput.of(rendered, print);
    if (text.isEmpty()) {
      String pattern = HelmOutput.unmatched(rendered, print).orElse("");
      console
          .err()
          .println(
              "plimsoll: No template of the chart that writes something is `" + pattern + "`.");
      HelmWords.quote(console, "could not find template " + pattern + " in chart", rendered.helm());
      return ExitCode.DIAGNOSTICS;
    }
    console
        .out()
        .print(
            showOrigins
                ? new RenderedLines(workplace.prefix(), output.palette(console)).of(text.get())
                : text.get().text());
    console.out().print(text.get().text().isEmpty() ? "" : end);
    return ExitCode.OK;
  }

  private int report(Workplace workplace, RenderFailure failure, HelmVersion helm) {
    TextReport report =
        new TextReport(output.errorPalette(console), Severity.INFO, workplace.prefix());
    failure.diagnostics().forEach(found -> console.err().println(report.render(found)));
    HelmWords.quote(console, output, failure, helm);
    return ExitCode.DIAGNOSTICS;
  }

  /** The version of the cluster, where the project says one. */
  private static Optional<String> kubernetes(AnalysisResult result, ReleaseInstance instance) {
    return instance.kubeVersion().or(() -> result.project().kubernetes(instance.cell().cluster()));
  }
}
