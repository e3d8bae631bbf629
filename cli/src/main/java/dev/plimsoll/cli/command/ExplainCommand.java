package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll explain}: what one rule wants, and why. */
@Command(
    name = "explain",
    header = "Explain a rule: what it reports, why, when it is fine, and how to mend it.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "RULE",
      description = "A rule id, or an alias such as kube-linter:latest-tag.")
  private String rule = "";

  @Mixin private OutputOptions output = new OutputOptions();

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return RulePage.print(console, rule, output);
  }
}
