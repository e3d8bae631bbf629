package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;

/** {@code plimsoll rbac}: who may do what. */
public final class RbacCommand implements Command {

  private final Options options;

  public RbacCommand(Console console) {
    this.options =
        Options.of("rbac", this)
            .header("Ask who may do what, who can become more, and what a deploying account needs.")
            .description(
                "",
                "The answers come from the Roles, ClusterRoles and bindings that the releases of an environment",
                "bring and from those in files beside the charts; the roles that every cluster has are known.")
            .subcommands(
                "(who-can | escalations | required)",
                new WhoCanCommand(console).options(),
                new EscalationsCommand(console).options(),
                new RequiredCommand(console).options());
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    throw options.wrongUsage("Say what to ask: who-can, escalations or required.");
  }
}
