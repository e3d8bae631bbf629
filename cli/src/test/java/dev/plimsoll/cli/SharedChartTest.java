package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read about a chart that several releases use. */
final class SharedChartTest {

  private static final String PROJECT =
      """
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments: {live: {}, prod: {}}
      releases:
        - {name: cart, chart: charts/web, values: ["values/cart-{environment}.yaml"]}
        - {name: shop, chart: charts/web, values: ["values/shop-{environment}.yaml"]}
      """;

  @TempDir private Path here;

  @BeforeEach
  void layOut() throws IOException {
    CliRun.write(here, "plimsoll.yaml", PROJECT);
    CliRun.write(here, "charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    CliRun.write(here, "charts/web/values.yaml", "replicas: 1\ncolour: red\n");
    for (String name : new String[] {"cart-live", "cart-prod", "shop-live", "shop-prod"}) {
      CliRun.write(here, "values/" + name + ".yaml", "colour: blue\n");
    }
    CliRun.write(
        here,
        "charts/web/templates/web.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ .Release.Name }}
        spec:
          replicas: {{ toYaml .Values.replicas }}
          selector: {matchLabels: {app: {{ .Release.Name }}}}
          template:
            metadata: {labels: {app: {{ .Release.Name }}, colour: {{ .Values.colour }}}}
            spec:
              containers:
                - {name: web, image: "registry.example.com/web:1.4.2"}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{ .Release.Name }}}
        spec:
          selector: {app: {{ .Release.Name }}}
          ports: [{port: 80}]
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: {{ .Release.Name }}}
        spec:
          minAvailable: 1
          selector: {matchLabels: {app: {{ .Release.Name }}}}
        """);
  }

  @Test
  void fixForSomeOfTheReleasesNamesThem() throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        PROJECT
            + "suppressions: [{rule: single-replica, release: shop, reason: \"It may be away.\"}]\n");

    assertThat(CliRun.in(here, "check").out())
        .contains(
            "Set `replicas` to `2`, for cart alone\n", "Set `replicas` to `2`, also for shop\n");
  }

  @Test
  void mistakeInTheNumberOfPodsIsNotANumberOfPods() throws IOException {
    assertThat(CliRun.in(here, "check").out())
        .contains("warning[single-replica]: Deployment `cart` (and `shop`) answers requests")
        .contains("[blocking-disruption-budget]");

    CliRun.write(here, "charts/web/values.yaml", "replicas: two\ncolour: red\n");

    assertThat(CliRun.in(here, "check").out())
        .contains("error[object-type-mismatch]: `spec.replicas` takes a whole number")
        .doesNotContain("[single-replica]", "[blocking-disruption-budget]");
  }
}
