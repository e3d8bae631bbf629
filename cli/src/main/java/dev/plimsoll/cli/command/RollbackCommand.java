package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll rollback}. */
@Command(
    name = "rollback",
    header = "Bring an earlier revision of the release back, and watch it until it is healthy.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll rollback plan --revision 7",
      "",
      "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
      "what was there before is back and healthy; 6 it failed, and a person is needed."
    })
public final class RollbackCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The revision. Default: the newest that was healthy, before the current one.")
  private @Nullable Integer revision;

  @Parameters(index = "0", paramLabel = "PLAN", description = "The folder of the plan.")
  private String folder = "";

  @Mixin private PlanOptions options = new PlanOptions();

  public RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return options.run(console, folder, run -> run.rollBack(Optional.ofNullable(revision)));
  }
}
