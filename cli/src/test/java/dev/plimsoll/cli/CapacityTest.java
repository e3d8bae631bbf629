package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CapacityTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));

  @TempDir private Path here;

  @Test
  void podsAreCountedAsTheSchedulerCountsThem() throws IOException {
    project("us: {nodes: [{count: 3, allocatable: {cpu: 4, memory: 16Gi}}]}");
    template(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 4
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              overhead: {cpu: 10m}
              initContainers:
                - name: proxy
                  restartPolicy: Always
                  resources: {requests: {cpu: 50m, memory: 64Mi}}
                - name: migrate
                  resources: {requests: {cpu: 100m, memory: 1Gi}}
              containers:
                - name: web
                  resources: {requests: {cpu: 500m, memory: 256Mi}, limits: {memory: 512Mi}}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              resources: {requests: {cpu: 200m}}
              containers: [{name: agent, resources: {limits: {memory: 32Mi}}}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec:
          schedule: "0 * * * *"
          jobTemplate:
            spec:
              parallelism: 2
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: report, resources: {requests: {cpu: "1"}}}]
        """);

    CliRun run = CliRun.in(here, "capacity");

    assertThat(run.out())
        .contains(
            // 500m + 50m of the sidecar + overhead; the init container needs the most memory.
            "Deployment web    4        4      5         560m    1.06Gi",
            "DaemonSet agent   3        3      3         200m    32Mi",
            "CronJob report    0        2      2         1",
            "all, peak                  9                4840m   4.34Gi",
            "all nodes   cpu        12");
    assertThat(run.code()).isZero();
  }

  @Test
  void quotasThatAreTooSmallAreSaid() throws IOException {
    project("us: {quotas: [{namespace: app, hard: {requests.cpu: 1500m, services.nodeports: 1}}]}");
    template(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 4
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, resources: {requests: {cpu: 500m}}}]
        """);

    CliRun run = CliRun.in(here, "capacity");

    assertThat(run.out())
        .containsPattern("requests.cpu +1500m +2 +2 +2500m +exceeded\n")
        .containsPattern("services.nodeports +1 +\\? +\\? +\\? +not counted\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void theJsonIsWhatTheSchemaSays() throws IOException {
    String json = CliRun.in(ROOT, "capacity", "-C", "fixtures/shop", "--format", "json").out();

    assertThat(judged(json)).isEmpty();
    assertThat(judged(json.replace("\"steady\"", "\"least\""))).isNotEmpty();
    assertThat(json).contains("\"peak\" : 20", "\"memory\" : 536870912");
  }

  private static List<String> judged(String json) throws IOException {
    return JsonSchemas.judge(
        json, Files.readString(ROOT.resolve("docs/schema/capacity.schema.json")));
  }

  private void project(String clusters) throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters:
          %s
        environments:
          prod: {profile: production, clusters: [us]}
        releases:
          - {name: app, chart: app, namespace: app}
        """
            .formatted(clusters));
    CliRun.write(here, "app/Chart.yaml", "{apiVersion: v2, name: app, version: 1.0.0}\n");
  }

  private void template(String text) throws IOException {
    CliRun.write(here, "app/templates/app.yaml", text);
  }
}
