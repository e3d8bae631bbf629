package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.run.DeployRun;
import dev.plimsoll.deploy.run.Waves;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll deploy}. */
@Command(
    name = "deploy",
    header = "Do what a plan holds, if every gate allows it, and watch it until it is healthy.",
    description = {
      "%nSeveral plans are done in the waves of the project, or one after the other; a failure ends it,"
          + " and says which cluster has which version.%n"
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll deploy plan --sign-key deploy.pem",
      "  plimsoll deploy plans/shop-prod-us-1 plans/shop-prod-eu-1",
      "",
      "Exit codes: 0 done; 2 wrong usage; 4 a gate said no and nothing was changed; 5 it failed, and",
      "what was there before is back and healthy; 6 it failed, and a person is needed (also where a",
      "gate says no after other clusters were changed)."
    })
public final class DeployCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "PLAN", description = "The folders of the plans.")
  private List<String> folders = new ArrayList<>();

  @Mixin private PlanOptions options = new PlanOptions();

  public DeployCommand(Console console) {
    this.console = console;
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
      return inWaves(names, Waves.of(List.copyOf(names.keySet())));
    } catch (PlanFolder.Tampered tampered) {
      console.err().println("plimsoll: " + tampered.reason() + " Nothing was changed.");
      return ExitCode.DENIED;
    } catch (IOException e) {
      throw new UsageError("The plans cannot be deployed: " + e.getMessage() + ".");
    }
  }

  private int inWaves(Map<PlanFolder, String> names, List<Waves.Wave> waves) {
    Map<String, String> states = new LinkedHashMap<>();
    names.keySet().forEach(plan -> states.put(plan.plan().title(), "untouched: " + before(plan)));
    int code = ExitCode.OK;
    boolean changed = false;
    for (int i = 0; i < waves.size() && code == ExitCode.OK; i++) {
      int failures = 0;
      int worst = ExitCode.OK;
      for (PlanFolder plan : waves.get(i).plans()) {
        console.out().println(plan.plan().title() + ":");
        int result = options.run(console, names.getOrDefault(plan, ""), DeployRun::deploy);
        states.put(plan.plan().title(), state(plan, result));
        changed |= result != ExitCode.DENIED;
        failures += result == ExitCode.OK ? 0 : 1;
        worst = Math.max(worst, result);
        if (failures > waves.get(i).maxFailures()) {
          break;
        }
      }
      code = failures > waves.get(i).maxFailures() ? worst : ExitCode.OK;
      if (code == ExitCode.OK && i + 1 < waves.size()) {
        soak(waves.get(i));
      }
    }
    console.out().println();
    states.forEach((title, state) -> console.out().println("  " + title + ": " + state));
    return code == ExitCode.DENIED && changed ? ExitCode.STUCK : code;
  }

  private static String state(PlanFolder plan, int result) {
    return switch (result) {
      case ExitCode.OK -> "deployed: " + plan.plan().chart();
      case ExitCode.DENIED -> "a gate said no: " + before(plan);
      case ExitCode.STUCK -> "a person is needed";
      default -> "rolled back: " + before(plan);
    };
  }

  private static String before(PlanFolder plan) {
    return plan.plan().live().map(live -> live.chart()).orElse("nothing installed");
  }

  private void soak(Waves.Wave wave) {
    if (wave.soak().isZero()) {
      return;
    }
    console.out().println("  Waiting " + wave.soak().toSeconds() + " s before the next wave");
    try {
      Thread.sleep(wave.soak());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
