package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.run.DeployRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll deploy}. */
@Command(
    name = "deploy",
    header = "Do what a plan holds, if every gate allows it, and watch it until it is healthy.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll deploy plan --sign-key deploy.pem",
      "",
      "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
      "what was there before is back and healthy; 6 it failed, and a person is needed."
    })
public final class DeployCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private PlanOption plan = new PlanOption();

  public DeployCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return plan.run(console, DeployRun::deploy);
  }
}
