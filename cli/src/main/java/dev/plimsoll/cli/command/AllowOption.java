package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that loads helmfiles. */
final class AllowOption {

  @Option(
      names = "--allow",
      paramLabel = "WHAT",
      split = ",",
      description =
          "What helmfiles may touch: env (environment variables), exec (commands), network (chart"
              + " repositories and registries), path=DIR (files there). Also from PLIMSOLL_ALLOW.")
  private List<String> allowed = new ArrayList<>();

  /** What the person permits. */
  Allowances allowances(Console console) {
    return Allowances.of(console, allowed);
  }
}
