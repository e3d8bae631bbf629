package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.DeployLines;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.Kubeconfig;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.deploy.plan.Mask;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.record.SigningKey;
import dev.plimsoll.deploy.run.DeployRequest;
import dev.plimsoll.deploy.run.DeployRun;
import dev.plimsoll.deploy.run.OpenedValues;
import dev.plimsoll.deploy.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is needed to do something with a plan. */
final class PlanOptions implements OptionGroup {

  private final ClusterOptions way = new ClusterOptions();
  private final OutputOptions shown = new OutputOptions();
  private @Nullable String hash;
  private boolean takeOver;
  private @Nullable String owner;
  private @Nullable String signKey;
  private boolean explain;

  @Override
  public void declare(Options options) {
    options
        .text(
            "--hash=SHA256",
            "Refuse every other plan than the one with this hash.",
            value -> hash = value)
        .flag(
            "--take-over",
            "Take the lock of another deploy, which must be dead.",
            on -> takeOver = on)
        .text(
            "--owner=NAME",
            "Who deploys, as others see it. Default: USER@HOSTNAME.",
            value -> owner = value)
        .text(
            "--sign-key=FILE",
            "The Ed25519 key (PEM) that signs the record.",
            value -> signKey = value)
        .flag("--explain", "Show what each gate saw, also where it says yes.", on -> explain = on)
        .with(way, shown);
  }

  /** Does something with the plan; the exit code. */
  int run(Console console, String folder, Function<DeployRun, Outcome> action) {
    return run(console, folder, "", action);
  }

  /** The same, with something before each line that is shown. */
  int run(Console console, String folder, String prefix, Function<DeployRun, Outcome> action) {
    Path path = console.directory().resolve(folder).normalize();
    try {
      PlanFolder plan = PlanFolder.read(path);
      if (hash != null && !plan.hash().equals(hash) && !plan.hash().endsWith(":" + hash)) {
        return denied(console, "The plan has the hash " + plan.hash() + ", and not that one.");
      }
      return run(console, plan, prefix, action);
    } catch (PlanFolder.Tampered tampered) {
      return denied(console, tampered.reason());
    } catch (IOException e) {
      throw new UsageError("`" + folder + "` cannot be read: " + e.getMessage() + ".");
    }
  }

  private int run(
      Console console, PlanFolder plan, String prefix, Function<DeployRun, Outcome> action)
      throws IOException, PlanFolder.Tampered {
    String context = plan.plan().identity().context();
    Kubeconfig kubeconfig =
        way.kubeconfig(console, Optional.of(context).filter(name -> !name.isEmpty()));
    // It takes as long to start as the cluster to answer.
    CompletableFuture<HelmCli> helm = CompletableFuture.supplyAsync(() -> way.helm(console));
    DeployLines lines =
        new DeployLines(console, shown.palette(console), explain, shown.quiet(), prefix);
    try (Cluster cluster = way.connect(kubeconfig);
        OpenedValues values = OpenedValues.of(plan, console.environment())) {
      String rendered = plan.text(PlanFolder.RENDERED);
      DeployRequest request =
          new DeployRequest(
              plan,
              plan.settings(),
              rendered,
              values,
              Mask.of(List.of(rendered), values.secrets()),
              cluster,
              new ApiResources(cluster),
              new ReleaseStore(
                  ClusterOptions.storage(console, cluster),
                  plan.plan().namespace(),
                  plan.plan().release()),
              awaited(helm).on(kubeconfig, cluster.context()),
              owner(console),
              takeOver,
              console.directory(),
              console.environment(),
              key(console));
      return lines.end(action.apply(new DeployRun(request, lines)));
    }
  }

  private static HelmCli awaited(CompletableFuture<HelmCli> helm) {
    try {
      return helm.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UsageError usage) {
        throw usage;
      }
      throw e;
    }
  }

  private static int denied(Console console, String reason) {
    console.err().println("plimsoll: " + reason + " Nothing was changed.");
    return ExitCode.DENIED;
  }

  private String owner(Console console) {
    return owner != null
        ? owner
        : console.environment().getOrDefault("USER", "someone")
            + "@"
            + console.environment().getOrDefault("HOSTNAME", "somewhere");
  }

  private Optional<SigningKey> key(Console console) {
    if (signKey == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(SigningKey.read(console.directory().resolve(signKey)));
    } catch (IOException e) {
      throw new UsageError("The key `" + signKey + "` cannot be used: " + e.getMessage() + ".");
    }
  }
}
