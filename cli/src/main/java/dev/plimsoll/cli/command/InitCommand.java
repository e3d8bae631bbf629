package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.source.FileTree;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll init}: writes down what was discovered. */
@Command(
    name = "init",
    header =
        "Write a plimsoll.yaml with what was discovered, and comments on what else it may say.",
    description = {
      "%nA check finds the same with the file as without it, until you change it. A file that is"
          + " there stays as it is.%n"
    },
    mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--dry-run", description = "Print the file and write nothing.")
  private boolean dryRun;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  public InitCommand(Console console) {
    this.console = console;
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
