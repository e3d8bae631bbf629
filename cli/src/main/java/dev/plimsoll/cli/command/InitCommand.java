package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.source.FileTree;
import java.util.List;

/** {@code plimsoll init}: writes down what was discovered. */
public final class InitCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private boolean dryRun;

  public InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("init", this)
        .header(
            "Write a plimsoll.yaml with what was discovered, and comments on what else it may say.")
        .description(
            "%nA check finds the same with the file as without it, until you change it. A file that is"
                + " there stays as it is.%n")
        .flag("--dry-run", "Print the file and write nothing.", on -> dryRun = on)
        .with(workspace, layers, output);
  }

  @Override
  public Integer call() {
    Workplace workplace = workspace.open(console);
    if (workplace.files().kind(ProjectLoader.FILE) != FileTree.Kind.MISSING) {
      throw new UsageError(
          "There is a `"
              + workplace.prefix()
              + ProjectLoader.FILE
              + "` already; it stays as it is.");
    }
    AnalysisResult result = workplace.load(layers, List.of());
    workplace.reportBugs(result, output);
    String text = ProjectFileText.of(result);
    if (dryRun) {
      console.out().print(text);
      return ExitCode.OK;
    }
    workplace.write(ProjectLoader.FILE, text);
    if (!output.quiet()) {
      console.err().println("wrote " + workplace.prefix() + ProjectLoader.FILE);
    }
    return ExitCode.OK;
  }
}
