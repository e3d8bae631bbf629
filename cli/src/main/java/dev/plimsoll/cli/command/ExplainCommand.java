package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;

/** {@code plimsoll explain}: what one rule wants, and why. */
public final class ExplainCommand implements Command {

  private final Console console;
  private final OutputOptions output = new OutputOptions();
  private String rule = "";

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("explain", this)
        .header("Explain a rule: what it reports, why, when it is fine, and how to mend it.")
        .parameter(
            "RULE", "A rule id, or an alias such as kube-linter:latest-tag.", value -> rule = value)
        .with(output);
  }

  @Override
  public Integer call() {
    return RulePage.print(console, rule, output);
  }
}
