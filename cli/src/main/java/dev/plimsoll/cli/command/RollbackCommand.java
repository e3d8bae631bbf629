package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll rollback}. */
public final class RollbackCommand implements Command {

  private final Console console;
  private final PlanOptions options = new PlanOptions();
  private String folder = "";
  private @Nullable Integer revision;

  public RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("rollback", this)
        .header("Bring an earlier revision of the release back, and watch it until it is healthy.")
        .examples(
            "  plimsoll rollback plan --revision 7",
            "",
            "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
            "what was there before is back and healthy; 6 it failed, and a person is needed.")
        .value(
            "--revision=N",
            "The revision. Default: the newest that was healthy, before the current one.",
            Integer.class,
            value -> revision = value)
        .parameter("PLAN", "The folder of the plan.", value -> folder = value)
        .with(options);
  }

  @Override
  public Integer call() {
    return options.run(console, folder, run -> run.rollBack(Optional.ofNullable(revision)));
  }
}
