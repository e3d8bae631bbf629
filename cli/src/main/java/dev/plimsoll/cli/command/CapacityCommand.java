package dev.plimsoll.cli.command;

import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.cli.report.CapacityReport;
import dev.plimsoll.cli.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll capacity}: what environments ask for, and what they may have. */
@Command(
    name = "capacity",
    header = "Show requests, limits and quotas of every environment.",
    description = {
      "",
      "Pods are counted as the scheduler and quotas count them: sidecars, init containers, overhead,",
      "resources of pods, and the defaults of LimitRanges. STEADY is the least that autoscalers keep,",
      "PEAK the most that they may make with one run of each job, ROLLOUT the same while pods are",
      "replaced. Quotas and LimitRanges come from releases, files and plimsoll.yaml, nodes from there."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll capacity -e prod",
      "  plimsoll capacity --format json",
      "",
      "Exit codes: 0 everything fits, 1 a quota or the nodes are too small, 3 something could not be"
          + " seen."
    })
public final class CapacityCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
  private Format format = Format.TABLE;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  public CapacityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RenderedPlace rendered = RenderedPlace.of(console, workspace, layers);
    List<ClusterCapacity> capacities = rendered.places().stream().map(ClusterCapacity::of).toList();
    CapacityReport report = new CapacityReport(capacities);
    console
        .out()
        .print(
            switch (format) {
              case TABLE -> report.text(output.palette(console));
              case JSON -> report.json();
            });
    int code = rendered.report(console, output);
    return code == ExitCode.OK && !report.fits() ? ExitCode.DIAGNOSTICS : code;
  }
}
