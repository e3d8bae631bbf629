package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rollouts of what an autoscaler scales, and what a disruption budget guards. */
@Tag("cluster")
final class DeployScalingTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void waitsForThePodsThatTheAutoscalerAdds(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    autoscaler(bench, 4);

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("2 of 2 ready, and its autoscaler goes from 2 to 4 replicas", "4 of 4 ready");
    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(bench.replicas()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysThatThePlanTakesWhatTheAutoscalerHasChosen(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    autoscaler(bench, 3);
    bench.install();

    CliRun plan = bench.plan("plan", "--set", "image=registry.example.com/web:1.1.0");

    assertThat(plan.out())
        .contains(
            "Deployment web goes from 3 to 2 replicas, which its autoscaler has chosen; leave"
                + " `replicas` out of the template.");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void goesBackFromABudgetThatLetsNoNodeBeDrained(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    budget(bench, 1);
    bench.install();
    budget(bench, 3);

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains(
            "PodDisruptionBudget web wants 3 healthy pods, and there are never more than 2, so no"
                + " node could be drained.",
            "Revision 1 is back and healthy.");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
  }

  private static void autoscaler(DeployBench bench, int least) {
    bench.template(
        "autoscaler",
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: %d
          maxReplicas: 6
          metrics:
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}
        """
            .formatted(least));
  }

  private static void budget(DeployBench bench, int least) {
    bench.template(
        "budget",
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          minAvailable: %d
          selector: {matchLabels: {app: web}}
        """
            .formatted(least));
  }
}
