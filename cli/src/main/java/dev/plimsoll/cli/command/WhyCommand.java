package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.HistoryReport;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll why}: the layer chain of one value. */
public final class WhyCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private String release = "";
  private String path = "";
  private Format format = Format.TEXT;

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  public WhyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("why", this)
        .header("Show why a value is what it is: the layer that won, and those that lost.")
        .examples(
            "  plimsoll why shop image.tag -e prod",
            "  plimsoll why shop 'ingress.annotations.\"cert-manager.io/cluster-issuer\"' -e prod",
            "  plimsoll why shop resources.limits           every environment, each chain once",
            "",
            "Exit codes: 0 some layer says something at this path, 1 none does.")
        .parameter("RELEASE", "A release of the workspace.", value -> release = value)
        .parameter("PATH", "A key path: image.tag, hosts[0].name.", value -> path = value)
        .value(
            "--format=FORMAT",
            "text or json. Default: text.",
            Format.class,
            value -> format = value)
        .with(workspace, layers, output);
  }

  @Override
  public Integer call() {
    ValuePath wanted = parsedPath();
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.load(layers, layers.environments());
    List<ReleaseInstance> instances = Releases.named(result, release);
    SecretValues secrets = Secrets.of(result);
    List<HistoryReport.Answer> answers =
        instances.stream().map(instance -> answer(instance, wanted, secrets)).toList();
    console
        .out()
        .print(
            switch (format) {
              case TEXT ->
                  new HistoryReport(workplace.prefix()).text(answers, output.palette(console));
              case JSON -> HistoryReport.json(answers);
            });
    boolean known = answers.stream().anyMatch(answer -> !answer.history().entries().isEmpty());
    int code = Refusals.report(console, output, workplace, result, instances);
    if (!known && format == Format.TEXT) {
      suggest(instances, wanted);
    }
    return known ? code : Math.max(code, ExitCode.DIAGNOSTICS);
  }

  /** Names the path that was perhaps meant. */
  private void suggest(List<ReleaseInstance> instances, ValuePath wanted) {
    for (ReleaseInstance instance : instances) {
      Optional<ValuePath> near = NearPath.of(instance.effective().values(), wanted);
      if (near.isPresent()) {
        console.err().println("plimsoll: Did you mean `" + near.get() + "`?");
        return;
      }
    }
  }

  private static HistoryReport.Answer answer(
      ReleaseInstance instance, ValuePath wanted, SecretValues secrets) {
    MapValue values = secrets.mask(instance.effective().values());
    return new HistoryReport.Answer(
        instance.cell(), wanted.in(values), ValueHistory.of(values, wanted));
  }

  private ValuePath parsedPath() {
    Optional<ValuePath> parsed = ValuePath.parse(path);
    if (parsed.isEmpty()) {
      throw new UsageError(
          "`"
              + path
              + "` is no key path; write `image.tag`, `hosts[0].name`, and keys with dots in double"
              + " quotes.");
    }
    return parsed.get();
  }
}
