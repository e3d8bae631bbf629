package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One release on three clusters. */
@Tag("cluster")
final class DeployWavesTest {

  @TempDir private Path folder;

  @Test
  void failureInTheSecondClusterLeavesTheThirdAlone() throws IOException {
    Map<String, ControlPlane> planes = new LinkedHashMap<>();
    planes.put("eu", DeployBench.PLANE);
    planes.put("us", ControlPlane.start());
    planes.put("ap", ControlPlane.start());
    DeployBench single = DeployBench.in(folder, 4);
    Files.writeString(folder.resolve("kubeconfig"), kubeconfig(planes));
    DeployBench bench = single.with(Map.of("KUBECONFIG", folder.resolve("kubeconfig").toString()));
    bench.write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters: {eu: {context: eu}, us: {context: us}, ap: {context: ap}}
        environments:
          dev: {profile: development, clusters: [eu, us, ap]}
        releases:
          - {name: web, chart: web, namespace: %s, values: ["{cluster}.yaml"]}
        deploy:
          waves: [{clusters: [eu], soak: 1s}, {clusters: [us]}, {clusters: [ap]}]
        """
            .formatted(bench.namespace()));
    assertThat(round(bench, "first", "ready").code()).isZero();
    bench.write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.1.0\n");

    CliRun second = round(bench, "second", "crash");

    assertThat(second.out())
        .contains("Waiting 1 s before the next wave")
        .endsWith(
            """
              web in dev on ap: untouched: web-1.0.0
              web in dev on us: rolled back: web-1.0.0
              web in dev on eu: deployed: web-1.1.0
            """);
    assertThat(second.code()).isEqualTo(5);
    assertThat(history(planes, "eu", bench)).contains("web-1.1.0");
    assertThat(history(planes, "us", bench)).contains("Rollback to 1");
    assertThat(history(planes, "ap", bench)).doesNotContain("web-1.1.0");
  }

  /** Plans for all three, of which those for us behave otherwise, and deploys them. */
  private static CliRun round(DeployBench bench, String name, String ofUs) {
    for (String cluster : List.of("ap", "us", "eu")) {
      bench.write(
          cluster + ".yaml", "behaviour: " + (cluster.equals("us") ? ofUs : "ready") + "\n");
      CliRun plan = bench.plan(name + "-" + cluster, "--cluster", cluster);
      assertThat(plan.code()).as(plan.err()).isZero();
    }
    return bench.run(List.of("deploy", name + "-ap", name + "-us", name + "-eu"));
  }

  private static String history(Map<String, ControlPlane> planes, String name, DeployBench bench) {
    ControlPlane plane = planes.get(name);
    return plane == null ? "" : plane.helm("history", "web", "-n", bench.namespace());
  }

  private static String kubeconfig(Map<String, ControlPlane> planes) throws IOException {
    StringBuilder clusters = new StringBuilder();
    StringBuilder users = new StringBuilder();
    StringBuilder contexts = new StringBuilder();
    for (Map.Entry<String, ControlPlane> plane : planes.entrySet()) {
      String name = plane.getKey();
      String config = Files.readString(plane.getValue().kubeconfig());
      String server = config.replaceAll("(?s).*server: (\"[^\"]*\").*", "$1");
      String token = config.replaceAll("(?s).*token: (\"[^\"]*\").*", "$1");
      clusters.append(
          "- {name: %s, cluster: {server: %s, insecure-skip-tls-verify: true}}\n"
              .formatted(name, server));
      users.append("- {name: %s, user: {token: %s}}\n".formatted(name, token));
      contexts.append(
          "- {name: %s, context: {cluster: %s, user: %s}}\n".formatted(name, name, name));
    }
    return "apiVersion: v1\nkind: Config\nclusters:\n"
        + clusters
        + "users:\n"
        + users
        + "contexts:\n"
        + contexts;
  }
}
