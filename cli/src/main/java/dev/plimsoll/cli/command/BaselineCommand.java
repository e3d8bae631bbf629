package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Baseline;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.AcceptedBy;

/** {@code plimsoll baseline}: accepts what is there today. */
public final class BaselineCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();

  public BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("baseline", this)
        .header("Accept today's diagnostics, so that only new ones count.")
        .description(
            "%nWrites "
                + Baseline.FILE
                + " into the workspace: commit it, and run this again to shrink it"
                + " as things are mended. An entry survives moved lines and new indentation.%n")
        .with(workspace, layers, output);
  }

  @Override
  public Integer call() {
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.analyze(layers);
    workplace.reportBugs(result, output);
    if (result.projectUnreadable() || !result.bugs().isEmpty()) {
      return ExitCode.USAGE;
    }
    workplace.write(Baseline.FILE, Baseline.write(result.diagnostics()));
    if (!output.quiet()) {
      long known =
          result.diagnostics().stream()
              .filter(diagnostic ->
                  diagnostic
                      .accepted()
                      .filter(by -> by.kind() == AcceptedBy.Kind.SUPPRESSION)
                      .isEmpty())
              .count();
      console
          .err()
          .println("Wrote " + workplace.prefix() + Baseline.FILE + ": " + known + " accepted.");
    }
    return ExitCode.OK;
  }
}
