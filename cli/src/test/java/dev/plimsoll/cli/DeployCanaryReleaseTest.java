package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New versions that are tried in a second release, while a real Prometheus is asked about them. */
@Tag("cluster")
final class DeployCanaryReleaseTest {

  private static final String GOOD = "1 - up{job=\"web\"}";
  private static final String BAD = "1 - up{job=\"gone\"}";

  @TempDir private Path folder;
  @TempDir private Path servers;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void theReleaseIsLeftAloneUntilItsCanaryIsGood(int helm)
      throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, BAD);

      namedAsTheRelease(bench);
      bench.template("more", "{apiVersion: v1, kind: ConfigMap, metadata: {name: more}}");
      bench.plan("shared", "--set", "image=registry.example.com/web:2.0.0");
      CliRun shared = bench.deploy("shared");

      assertThat(shared.out())
          .contains(
              "The canary web-canary cannot be: it would have ConfigMap more, which is an object of"
                  + " the release itself. Nothing was changed.");
      assertThat(shared.code()).isEqualTo(4);

      bench.template("more", "");
      bench.plan("bad", "--set", "image=registry.example.com/web:2.0.0");
      CliRun bad = bench.deploy("bad");

      assertThat(bad.out())
          .contains(
              "Canary: replicas is 1 in the release web-canary",
              "The metric is 1, and at most 0.05 is good. The canary is taken away again, and web"
                  + " is as it was.")
          .doesNotContain("replicas is 2 in");
      assertThat(bad.code()).isEqualTo(5);
      assertThat(releases(bench)).isEqualTo("web");
      assertThat(bench.history()).isEqualTo("1 deployed");
      ScenarioTable.holds(Scenario.CANARY_RELEASE_METRIC, bench, "bad", bad.code());

      canary(bench, monitoring, GOOD);
      bench.plan("good", "--set", "image=registry.example.com/web:2.0.0");
      CliRun good = bench.deploy("good");

      assertThat(good.out())
          .containsSubsequence(
              "Canary: replicas is 1 in the release web-canary",
              "Canary: replicas is 2 in the release web-canary",
              "Helm v",
              "Taking the canary web-canary away",
              "is deployed and healthy: revision 2.");
      assertThat(good.code()).as(good.out()).isZero();
      assertThat(releases(bench)).isEqualTo("web");
      assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
      ScenarioTable.holds(Scenario.CANARY_RELEASE, bench, "good", good.code());
    }
  }

  @Test
  void whatIsKilledGoesOnWithItsCanary() throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, 4);
    namedAsTheRelease(bench);
    bench.install();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, GOOD);
      bench.plan("plan", "--set", "image=registry.example.com/web:2.0.0");
      kill(bench);

      CliRun resumed = bench.run(List.of("resume", "plan", "--take-over"));

      assertThat(resumed.code()).as(resumed.out()).isZero();
      assertThat(releases(bench)).isEqualTo("web");
      assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    }
  }

  @Test
  void whatIsKilledIsUndoneWithItsCanary() throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, 4);
    namedAsTheRelease(bench);
    bench.install();
    bench.plan("second", "--set", "replicas=3");
    assertThat(bench.deploy("second").code()).isZero();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      canary(bench, monitoring, GOOD);
      bench.plan("plan", "--set", "image=registry.example.com/web:2.0.0");
      kill(bench);

      CliRun back = bench.run(List.of("rollback", "plan", "--take-over"));

      assertThat(back.out())
          .contains("Taking the canary web-canary away", "web is as it was before that deploy.");
      assertThat(back.code()).as(back.out()).isZero();
      assertThat(releases(bench)).isEqualTo("web");
      assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");

      CliRun resumed = bench.run(List.of("resume", "plan"));

      assertThat(resumed.out()).contains("That deploy is over", "It was undone by hand.");
      assertThat(resumed.code()).isEqualTo(5);
      assertThat(releases(bench)).isEqualTo("web");
    }
  }

  /** In the middle of the first share. */
  private static void kill(DeployBench bench) throws IOException, InterruptedException {
    Process process = bench.process(List.of("deploy", "plan")).start();
    bench.awaitStep("plan", "HELM");
    process.waitFor(500, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private static String releases(DeployBench bench) {
    return bench.helmHere("list", "-q", "-n", bench.namespace()).strip();
  }

  /** So that a second release of the chart has objects of its own. */
  private static void namedAsTheRelease(DeployBench bench) {
    bench.template(
        "deployment",
        bench
            .read("web/templates/deployment.yaml")
            .replace("name: web\nspec", "name: {{ .Release.Name }}\nspec")
            .replace("app: web", "app: {{ .Release.Name }}"));
  }

  private static void canary(DeployBench bench, MonitoringBench monitoring, String query) {
    bench.project(
        """
        deploy:
          canary:
            release: web-canary
            value: replicas
            steps: [1, 2]
            set: [behaviour=ready]
            soak: 2s
            prometheus: "%s"
            query: '%s'
            max: "0.05"
        """
            .formatted(monitoring.prometheus(), query));
  }
}
