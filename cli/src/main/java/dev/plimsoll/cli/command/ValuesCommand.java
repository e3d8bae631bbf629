package dev.plimsoll.cli.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.DiffText;
import dev.plimsoll.cli.report.ValuesReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.values.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll values}: what templates see. */
public final class ValuesCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private String release = "";
  private @Nullable String chart;
  private Format format = Format.YAML;
  private boolean showOrigins;
  private @Nullable String diff;
  private boolean showSecrets;

  /** What comes out. */
  enum Format {
    YAML,
    JSON
  }

  public ValuesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("values", this)
        .header("Show the effective values of a release: what its templates see.")
        .description(
            "%nRELEASE is a release of the workspace and wants -e where it is in several environments."
                + " NAME CHART are the arguments of `helm template` and need no workspace.%n")
        .examples(
            "  plimsoll values shop -e prod --show-origins     each value with the line that says it",
            "  plimsoll values shop -e staging --diff prod     what production has different",
            "  plimsoll values web ./chart -f a.yaml -f b.yaml --set image.tag=1.2 --format json",
            "",
            "Exit codes: 0 printed; 1 printed as far as it could be read, and Helm refuses it.")
        .with(this::declare);
  }

  private void declare(Options options) {
    options
        .parameter("RELEASE", "A release, or the name for CHART.", value -> release = value)
        .optionalParameter("CHART", "The folder or archive of a chart.", value -> chart = value)
        .value(
            "--format=FORMAT",
            "yaml or json. Default: yaml.",
            Format.class,
            value -> format = value)
        .flag(
            "--show-origins",
            "Append to each line the file and line that say the value.",
            on -> showOrigins = on)
        .text(
            "--diff=ENV2", "Show what is different in another environment.", value -> diff = value)
        .flag(
            "--show-secrets",
            "With --show-origins and --diff: show secrets that stand in clear text, too. Otherwise"
                + " the output is what Helm has, as it is.",
            on -> showSecrets = on)
        .with(workspace, layers, output);
  }

  @Override
  public Integer call() {
    if (showOrigins && format == Format.JSON && diff == null) {
      throw new UsageError(
          "`--show-origins` annotates YAML; `plimsoll why --format json` has origins.");
    }
    Workplace workplace =
        chart == null ? workspace.open(console) : Workplace.ofChart(console, chart);
    if (diff != null) {
      return printDiff(workplace, diff);
    }
    AnalysisResult result = load(workplace, layers.environments());
    ReleaseInstance instance = only(instances(result));
    MapValue values = instance.effective().values();
    console.out().print(render(workplace, showOrigins ? masked(result, values) : values));
    return Refusals.report(console, output, workplace, result, List.of(instance));
  }

  /** What people read has no secrets; what programs read is what Helm has. */
  private MapValue masked(AnalysisResult result, MapValue values) {
    return showSecrets ? values : Secrets.of(result).mask(values);
  }

  private String render(Workplace workplace, MapValue values) {
    return switch (format) {
      case JSON -> ValuesReport.json(values);
      case YAML ->
          showOrigins
              ? ValuesReport.yamlWithOrigins(values, workplace.prefix(), output.palette(console))
              : ValuesReport.yaml(values);
    };
  }

  private AnalysisResult load(Workplace workplace, List<String> environments) {
    return chart == null
        ? workplace.load(layers, environments)
        : workplace.loadChart(release, chart, layers);
  }

  private List<ReleaseInstance> instances(AnalysisResult result) {
    return chart == null ? Releases.named(result, release) : Releases.ofChart(result, chart);
  }

  /** Clusters of one environment share their values unless a layer is named after the cluster. */
  private ReleaseInstance only(List<ReleaseInstance> instances) {
    Map<String, ReleaseInstance> different = new LinkedHashMap<>();
    for (ReleaseInstance instance : instances) {
      different.putIfAbsent(ValuesReport.json(instance.effective().values()), instance);
    }
    if (different.size() > 1) {
      List<String> environments =
          instances.stream().map(instance -> instance.cell().environment()).distinct().toList();
      throw new UsageError(
          "`"
              + release
              + "` has different values in "
              + String.join(", ", environments)
              + "; choose one with -e.");
    }
    return instances.getFirst();
  }

  private int printDiff(Workplace workplace, String other) {
    AnalysisResult here = load(workplace, layers.environments());
    AnalysisResult there = load(workplace, List.of(other));
    ReleaseInstance one = only(instances(here));
    ReleaseInstance two = only(instances(there));
    MapValue left = masked(here, one.effective().values());
    MapValue right = masked(there, two.effective().values());
    List<String> before = ValuesReport.yaml(left).lines().toList();
    List<String> after = ValuesReport.yaml(right).lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            release + " in " + String.join(", ", layers.environments()),
            release + " in " + other,
            before,
            DiffUtils.diff(before, after),
            3);
    console.out().print(DiffText.of(lines, output.palette(console)));
    return Math.max(
        Refusals.report(console, output, workplace, here, List.of(one)),
        Refusals.report(console, output, workplace, there, List.of(two)));
  }
}
