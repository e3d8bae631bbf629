package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.run.DeployRun;
import dev.plimsoll.deploy.run.Waves;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code plimsoll deploy}. */
public final class DeployCommand implements Command {

  private final Console console;
  private final PlanOptions options = new PlanOptions();
  private List<String> folders = List.of();

  public DeployCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("deploy", this)
        .header("Do what a plan holds, if every gate allows it, and watch it until it is healthy.")
        .description(
            "%nSeveral plans are done in the waves of the project, or one after the other; a failure ends it,"
                + " and says which cluster has which version. On one cluster, releases are done in the order of"
                + " their `needs`, and at once where they do not need each other.%n")
        .examples(
            "  plimsoll deploy plan --sign-key deploy.pem",
            "  plimsoll deploy plans/shop-prod-us-1 plans/shop-prod-eu-1",
            "",
            "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
            "what was there before is back and healthy; 6 it failed, and a person is needed (also where a",
            "gate says no after other clusters were changed).")
        .requiredParameters("PLAN", "The folders of the plans.", values -> folders = values)
        .with(options);
  }

  @Override
  public Integer call() {
    if (folders.size() == 1) {
      return options.run(console, folders.getFirst(), DeployRun::deploy);
    }
    Map<PlanFolder, String> names = new LinkedHashMap<>();
    try {
      for (String folder : folders) {
        names.put(PlanFolder.read(console.directory().resolve(folder).normalize()), folder);
      }
      return new WaveRun(console, options, names).run(Waves.of(List.copyOf(names.keySet())));
    } catch (PlanFolder.Tampered tampered) {
      console.err().println("plimsoll: " + tampered.reason() + " Nothing was changed.");
      return ExitCode.DENIED;
    } catch (IOException e) {
      throw new UsageError("The plans cannot be deployed: " + e.getMessage() + ".");
    }
  }
}
