package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New versions that get a share first, while a real Prometheus is asked about them. */
@Tag("cluster")
final class DeployCanaryTest {

  @TempDir private Path folder;
  @TempDir private Path servers;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void theShareGrowsAsLongAsTheMetricIsGood(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, "1 - up{job=\"web\"}");
      bench.install();

      bench.plan("plan", "--set", "replicas=3");
      CliRun deploy = bench.deploy("plan");

      assertThat(deploy.out())
          .containsSubsequence(
              "Canary: canary.weight is 10",
              "Canary: canary.weight is 50",
              "Helm v",
              "Everything is ready",
              "is deployed and healthy: revision 4.");
      assertThat(deploy.code()).as(deploy.out()).isZero();
      assertThat(weights(bench)).containsExactly("100", "10", "50", "100");
      assertThat(bench.history()).isEqualTo("1 superseded, 2 superseded, 3 superseded, 4 deployed");
      ScenarioTable.holds(Scenario.CANARY, bench, "plan", deploy.code());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aBadMetricTakesTheShareAway(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, "1 - up{job=\"gone\"}");
      bench.install();

      bench.plan("plan", "--set", "replicas=3");
      CliRun deploy = bench.deploy("plan");

      assertThat(deploy.out())
          .contains("The metric is 1, and at most 0.05 is good.", "Revision 1 is back and healthy.")
          .doesNotContain("canary.weight is 50");
      assertThat(deploy.code()).isEqualTo(5);
      assertThat(bench.replicas()).isEqualTo(2);
      assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
      ScenarioTable.holds(Scenario.CANARY_METRIC, bench, "plan", deploy.code());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsKilledInAStepGoesOnWithIt(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, "1 - up{job=\"web\"}");
      bench.install();
      bench.plan("plan", "--set", "replicas=3");
      Process process = bench.process(List.of("deploy", "plan")).start();
      bench.awaitStep("plan", "HELM");
      process.waitFor(500, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      CliRun again = bench.deploy("plan", "--take-over");
      CliRun resumed = bench.run(List.of("resume", "plan", "--take-over"));

      assertThat(again.out()).contains("A deploy of this plan was interrupted");
      assertThat(again.code()).isEqualTo(4);
      assertThat(resumed.code()).as(resumed.out()).isZero();
      assertThat(bench.replicas()).isEqualTo(3);
      assertThat(bench.history()).matches("(\\d (superseded|failed), )+\\d deployed");
      List<String> weights = weights(bench);
      assertThat(weights.subList(weights.size() - 2, weights.size())).containsExactly("50", "100");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aCanaryThatCannotBeReadChangesNothing(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.project(
        "deploy: {canary: {value: canary.weight, steps: [10], prometheus: \"http://127.0.0.1:1\","
            + " query: up, max: few}}\n");

    bench.plan("plan", "--set", "replicas=3");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("deploy.canary cannot be done: its `max` is no number.", "Nothing was changed");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  private static void canary(DeployBench bench, MonitoringBench monitoring, String query) {
    bench.write("web/values.yaml", bench.read("web/values.yaml") + "canary: {weight: 100}\n");
    bench.template(
        "route",
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          annotations: {example.com/weight: "{{ .Values.canary.weight }}"}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """);
    bench.project(
        """
        deploy:
          canary:
            value: canary.weight
            steps: [10, 50]
            soak: 2s
            prometheus: "%s"
            query: '%s'
            max: "0.05"
        """
            .formatted(monitoring.prometheus(), query));
  }

  /** What the Service had in each revision. */
  private static List<String> weights(DeployBench bench) {
    int last = (int) bench.history().chars().filter(each -> each == ',').count() + 1;
    return IntStream.rangeClosed(1, last)
        .mapToObj(revision ->
            bench
                .helmHere(
                    "get",
                    "manifest",
                    "web",
                    "-n",
                    bench.namespace(),
                    "--revision",
                    Integer.toString(revision))
                .replaceAll("(?s).*example.com/weight: \"(\\d+)\".*", "$1"))
        .toList();
  }
}
