package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.ControlPlane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys while the API server is away, which needs one that nobody else uses. */
@Tag("cluster")
final class DeployOutageTest {

  @TempDir private Path folder;

  @Test
  void waitForAnApiServerThatIsAway() throws InterruptedException {
    ControlPlane plane = ControlPlane.start();
    List<DeployBench> benches = new ArrayList<>();
    for (int helm : new int[] {3, 4}) {
      DeployBench bench = DeployBench.on(plane, folder.resolve("helm" + helm), helm);
      bench.install();
      bench.project("deploy: {gates: {pod-health: {soak: 10s}}}\n");
      bench.plan("plan", "--set", "replicas=3");
      benches.add(bench);
    }
    Map<DeployBench, CompletableFuture<CliRun>> deploys = new LinkedHashMap<>();
    benches.forEach(bench -> deploys.put(bench, bench.begin("plan")));

    for (DeployBench bench : benches) {
      bench.awaitStep("plan", "APPLIED");
    }
    plane.pause();
    Thread.sleep(Duration.ofSeconds(30));
    plane.goOn();

    deploys.forEach((bench, deploy) -> {
      CliRun run = deploy.join();
      assertThat(run.out()).contains("The API server does not answer; waiting for it");
      assertThat(run.code()).as(run.out()).isZero();
      assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
      ScenarioTable.holds(Scenario.OUTAGE, bench, "plan", run.code());
    });
  }
}
