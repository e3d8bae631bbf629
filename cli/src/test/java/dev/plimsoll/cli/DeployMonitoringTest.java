package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Prometheus and a real Alertmanager say after a rollout decides about it. */
@Tag("cluster")
final class DeployMonitoringTest {

  @TempDir private Path folder;
  @TempDir private Path servers;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void metricsAndAlertsAllowIt(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      gates(bench, monitoring, "up{job=\"web\"}", "WebDown");
      monitoring.fire("Elsewhere");
      monitoring.silence("Elsewhere");

      bench.plan("plan");
      CliRun deploy = bench.deploy("plan", "--explain");

      assertThat(deploy.out())
          .contains(
              "yes metrics-scraped      Prometheus has 1 series, the first is 1",
              "yes alerts-silent        No alert is firing");
      assertThat(deploy.code()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void goesBackIfATargetIsDown(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      gates(bench, monitoring, "up{job=\"gone\"}", "WebDown");

      bench.plan("plan", "--set", "replicas=3");
      CliRun deploy = bench.deploy("plan");

      assertThat(deploy.out())
          .contains(
              "Prometheus answers the query with 1 series that are all 0.",
              "Revision 1 is back and healthy.");
      assertThat(deploy.code()).isEqualTo(5);
      assertThat(bench.replicas()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void goesBackIfAnAlertFires(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      gates(bench, monitoring, "up{job=\"web\"}", "WebDown");
      monitoring.fire("TooManyErrors");

      bench.plan("plan", "--set", "replicas=3");
      CliRun deploy = bench.deploy("plan");

      assertThat(deploy.out())
          .contains("The alert TooManyErrors is firing.", "Revision 1 is back and healthy.");
      assertThat(deploy.code()).isEqualTo(5);
      assertThat(bench.replicas()).isEqualTo(2);
    }
  }

  @Test
  void silenceProvesNothingWithoutARule() throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, 4);
    bench.install();
    try (MonitoringBench monitoring = MonitoringBench.start(servers)) {
      gates(bench, monitoring, "up{job=\"web\"}", "WebSlow");

      bench.plan("plan", "--set", "replicas=3");
      CliRun deploy = bench.deploy("plan");

      assertThat(deploy.out())
          .contains("Prometheus has no rule for the alert WebSlow, or fails at it.");
      assertThat(deploy.code()).isEqualTo(5);
    }
  }

  private static void gates(
      DeployBench bench, MonitoringBench monitoring, String query, String rule) {
    bench.project(
        """
        deploy:
          gates:
            metrics-scraped: {prometheus: "%s", query: '%s', timeout: 5s}
            alerts-silent: {alertmanager: "%s", matchers: ['service="web"'], rules: [%s]}
        """
            .formatted(monitoring.prometheus(), query, monitoring.alertmanager(), rule));
  }
}
