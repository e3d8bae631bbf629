package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plimsoll rbac}: who may do what. */
@Command(
    name = "rbac",
    header = "Ask who may do what, who can become more, and what a deploying account needs.",
    description = {
      "",
      "The answers come from the Roles, ClusterRoles and bindings that the releases of an environment",
      "bring and from those in files beside the charts; the roles that every cluster has are known."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(who-can | escalations | required)")
public final class RbacCommand implements Callable<Integer> {

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** With its subcommands. */
  public static Object of(Console console) {
    return new CommandLine(new RbacCommand())
        .addSubcommand(new WhoCanCommand(console))
        .addSubcommand(new EscalationsCommand(console))
        .addSubcommand(new RequiredCommand(console));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to ask: who-can, escalations or required.");
  }
}
