package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.run.DeployRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll resume}. */
@Command(
    name = "resume",
    header = "Go on with a deploy that was killed, from where its journal says it was.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll resume plan",
      "",
      "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
      "what was there before is back and healthy; 6 it failed, and a person is needed."
    })
public final class ResumeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "PLAN", description = "The folder of the plan.")
  private String folder = "";

  @Mixin private PlanOptions options = new PlanOptions();

  public ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return options.run(console, folder, DeployRun::resume);
  }
}
