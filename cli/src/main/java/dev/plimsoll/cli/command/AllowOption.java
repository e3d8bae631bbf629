package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.List;

/** The option of every command that loads helmfiles. */
final class AllowOption implements OptionGroup {

  private List<String> allowed = List.of();

  @Override
  public void declare(Options options) {
    options.commaTexts(
        "--allow=WHAT",
        "What helmfiles may touch: env (environment variables), exec (commands), network (chart"
            + " repositories and registries), path=DIR (files there). Also from PLIMSOLL_ALLOW.",
        values -> allowed = values);
  }

  /** What the person permits. */
  Allowances allowances(Console console) {
    return Allowances.of(console, allowed);
  }
}
