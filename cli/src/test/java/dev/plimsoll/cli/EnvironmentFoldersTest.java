package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Estates without a helmfile: a folder for each environment, and production in two regions. */
final class EnvironmentFoldersTest {

  @TempDir private Path here;

  @BeforeEach
  void makeAnEstate() throws IOException {
    for (String chart : List.of("mail", "shop")) {
      CliRun.write(
          here,
          "charts/" + chart + "/Chart.yaml",
          "apiVersion: v2\nname: %s\nversion: 1.2.0\nicon: https://example.com/i.png\n"
              .formatted(chart));
      CliRun.write(here, "charts/" + chart + "/values.yaml", "level: info\nhost: \"\"\n");
      CliRun.write(
          here,
          "charts/" + chart + "/templates/config.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}}
          data: {level: {{ .Values.level }}, host: {{ .Values.host | quote }}}
          """);
    }
    CliRun.write(here, "environments/dev/values.yaml", "level: debug\n");
    CliRun.write(here, "environments/prod/values.yaml", "level: warn\nhost: example.com\n");
    CliRun.write(here, "environments/prod/shop.yaml", "host: shop.example.com\n");
  }

  private void twoRegions() throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        clusters:
          dev: {context: dev}
          prod-us-west: {context: arn:us-west-2}
          prod-eu-west: {context: arn:eu-west-1}
        environments:
          dev: {clusters: [dev]}
          prod: {clusters: [prod-us-west, prod-eu-west]}
        """);
  }

  @Test
  void releasesAreChartsTimesFolders() {
    assertThat(cells()).containsExactly("mail dev -", "mail prod -", "shop dev -", "shop prod -");
  }

  @Test
  void anEnvironmentOfTwoRegionsIsTwoCells() throws IOException {
    twoRegions();

    assertThat(cells())
        .containsExactly(
            "mail dev dev",
            "mail prod prod-eu-west",
            "mail prod prod-us-west",
            "shop dev dev",
            "shop prod prod-eu-west",
            "shop prod prod-us-west");
    for (String format : List.of("dot", "mermaid")) {
      assertThat(CliRun.in(here, "releases", "--format", format).out())
          .contains("prod-eu-west", "prod-us-west");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void layersOfAnEnvironmentAreThoseOfItsFolder(boolean isInTwoRegions) throws IOException {
    if (isInTwoRegions) {
      twoRegions();
    }

    assertThat(CliRun.in(here, "values", "shop", "-e", "prod", "--show-origins").out())
        .contains("host: shop.example.com  # environments/prod/shop.yaml:1")
        .containsPattern("level: warn +# environments/prod/values.yaml:1");
    assertThat(CliRun.in(here, "values", "mail", "-e", "prod").out()).contains("host: example.com");
    assertThat(CliRun.in(here, "render", "shop", "-e", "dev").out())
        .contains("data: {level: debug, host: \"\"}");
    assertThat(CliRun.in(here, "why", "shop", "host", "-e", "prod").out())
        .contains(
            "environments/prod/shop.yaml:1",
            "environments/prod/values.yaml:2",
            "charts/shop/values.yaml:2");
  }

  @Test
  void oneKeyIsOneDiagnosticForAllThatHaveIt() throws IOException {
    twoRegions();
    CliRun.write(here, "environments/prod/values.yaml", "levle: warn\nhost: example.com\n");

    Map<?, ?> report = json("check", "--format", "json");

    List<?> diagnostics = diagnostics(report);
    assertThat(diagnostics).hasSize(1);
    assertThat(String.valueOf(diagnostics.getFirst()))
        .contains("rule=unknown-values-key", "file=environments/prod/values.yaml")
        .contains("did you mean `level`?");
    assertThat((List<?>) ((Map<?, ?>) diagnostics.getFirst()).get("affects")).hasSize(4);
    CliRun.write(here, "environments/prod/values.yaml", "level: warn\nhost: example.com\n");
    assertThat(diagnostics(json("check", "--format", "json"))).isEmpty();
  }

  private static List<?> diagnostics(Map<?, ?> report) {
    return (List<?>) Objects.requireNonNull(report.get("diagnostics"));
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    List<Map<String, Object>> rows =
        new Yaml().load(CliRun.in(here, "releases", "--format", "json").out());
    for (Map<String, Object> row : rows) {
      Object cluster = row.get("cluster");
      boolean isNone = cluster == null || cluster.equals("");
      cells.add(row.get("name") + " " + row.get("environment") + " " + (isNone ? "-" : cluster));
    }
    return cells;
  }

  private Map<?, ?> json(String... command) {
    return new Yaml().load(CliRun.in(here, command).out());
  }
}
