package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.run.DeployRun;
import dev.plimsoll.deploy.run.Waves;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Deploys several plans, and says at the end what became of each. */
final class WaveRun {

  private final Console console;
  private final PlanOptions options;
  private final Map<PlanFolder, String> names;
  private final Map<String, String> states = new LinkedHashMap<>();

  /** The releases of this wave that are not there, by cluster and id. */
  private final Set<String> missing = new HashSet<>();

  private boolean changed;
  private int failures;
  private int worst;

  /**
   * @param names the plans, with the folders as a person named them
   */
  WaveRun(Console console, PlanOptions options, Map<PlanFolder, String> names) {
    this.console = console;
    this.options = options;
    this.names = names;
    names.keySet().forEach(plan -> states.put(plan.plan().title(), "untouched: " + before(plan)));
  }

  /** Does one wave after the other; the exit code. */
  int run(List<Waves.Wave> waves) throws IOException {
    int code = ExitCode.OK;
    for (int i = 0; i < waves.size() && code == ExitCode.OK; i++) {
      code = wave(waves.get(i));
      if (code == ExitCode.OK && i + 1 < waves.size()) {
        soak(waves.get(i));
      }
    }
    console.out().println();
    states.forEach((title, state) -> console.out().println("  " + title + ": " + state));
    return code == ExitCode.DENIED && changed ? ExitCode.STUCK : code;
  }

  private int wave(Waves.Wave wave) throws IOException {
    missing.clear();
    failures = 0;
    worst = ExitCode.OK;
    for (List<PlanFolder> group : wave.groups()) {
      List<PlanFolder> ready = new ArrayList<>();
      for (PlanFolder plan : group) {
        missingNeed(plan)
            .ifPresentOrElse(
                need -> {
                  missing.add(id(plan, plan.plan().id()));
                  states.put(plan.plan().title(), "untouched, as it needs " + need);
                },
                () -> ready.add(plan));
      }
      deploy(ready);
      if (failures > wave.maxFailures()) {
        return worst;
      }
    }
    return ExitCode.OK;
  }

  private void deploy(List<PlanFolder> group) {
    if (group.size() == 1) {
      PlanFolder only = group.getFirst();
      console.out().println(only.plan().title() + ":");
      note(only, deploy(only, ""));
      return;
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<PlanFolder, CompletableFuture<Integer>> results = new LinkedHashMap<>();
      for (PlanFolder plan : group) {
        String prefix = plan.plan().release() + ": ";
        results.put(plan, CompletableFuture.supplyAsync(() -> deploy(plan, prefix), threads));
      }
      results.forEach((plan, result) -> note(plan, result.join()));
    }
  }

  private int deploy(PlanFolder plan, String prefix) {
    return options.run(console, names.getOrDefault(plan, ""), prefix, DeployRun::deploy);
  }

  private void note(PlanFolder plan, int result) {
    states.put(plan.plan().title(), state(plan, result));
    changed |= result != ExitCode.DENIED;
    worst = Math.max(worst, result);
    if (result != ExitCode.OK) {
      failures++;
      missing.add(id(plan, plan.plan().id()));
    }
  }

  private Optional<String> missingNeed(PlanFolder plan) {
    return plan.plan().needs().stream()
        .filter(need -> missing.contains(id(plan, need)))
        .findFirst();
  }

  private static String id(PlanFolder plan, String release) {
    return plan.plan().identity().uid() + "/" + release;
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
