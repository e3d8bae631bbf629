package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.run.DeployRun;

/** {@code plimsoll restore}. */
public final class RestoreCommand implements Command {

  private final Console console;
  private final PlanOptions options = new PlanOptions();
  private String folder = "";

  public RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("restore", this)
        .header("Bring back what the last deploy of a plan has kept of the release.")
        .examples(
            "  plimsoll restore plan",
            "",
            "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
            "what was there before is back and healthy; 6 it failed, and a person is needed.")
        .parameter("PLAN", "The folder of the plan.", value -> folder = value)
        .with(options);
  }

  @Override
  public Integer call() {
    return options.run(console, folder, DeployRun::restore);
  }
}
