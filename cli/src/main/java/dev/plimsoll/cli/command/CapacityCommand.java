package dev.plimsoll.cli.command;

import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.cli.report.CapacityReport;
import dev.plimsoll.cli.terminal.Console;
import java.util.List;

/** {@code plimsoll capacity}: what environments ask for, and what they may have. */
public final class CapacityCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private Format format = Format.TABLE;

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  public CapacityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("capacity", this)
        .header("Show requests, limits and quotas of every environment.")
        .description(
            "",
            "Pods are counted as the scheduler and quotas count them: sidecars, init containers, overhead,",
            "resources of pods, and the defaults of LimitRanges. STEADY is the least that autoscalers keep,",
            "PEAK the most that they may make with one run of each job, ROLLOUT the same while pods are",
            "replaced. Quotas and LimitRanges come from releases, files and plimsoll.yaml, nodes from there.")
        .examples(
            "  plimsoll capacity -e prod",
            "  plimsoll capacity --format json",
            "",
            "Exit codes: 0 everything fits, 1 a quota or the nodes are too small, 3 something could not be"
                + " seen.")
        .value(
            "--format=FORMAT",
            "table or json. Default: table.",
            Format.class,
            value -> format = value)
        .with(workspace, layers, output);
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
