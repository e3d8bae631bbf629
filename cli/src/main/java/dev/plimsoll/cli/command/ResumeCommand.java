package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.run.DeployRun;

/** {@code plimsoll resume}. */
public final class ResumeCommand implements Command {

  private final Console console;
  private final PlanOptions options = new PlanOptions();
  private String folder = "";

  public ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("resume", this)
        .header("Go on with a deploy that was killed, from where its journal says it was.")
        .examples(
            "  plimsoll resume plan",
            "",
            "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
            "what was there before is back and healthy; 6 it failed, and a person is needed.")
        .parameter("PLAN", "The folder of the plan.", value -> folder = value)
        .with(options);
  }

  @Override
  public Integer call() {
    return options.run(console, folder, DeployRun::resume);
  }
}
