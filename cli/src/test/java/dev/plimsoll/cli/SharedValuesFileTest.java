package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A values file that releases of several charts share. */
final class SharedValuesFileTest {

  @TempDir private Path folder;

  @Test
  void everyChartThatDoesNotKnowAKeyIsNamed() throws IOException {
    estate(List.of("web", "api"));

    assertThat(CliRun.in(folder, "check").out())
        .contains(
            "Nothing reads `tagg`: no template, schema or lower layer of charts `api` and `web`"
                + " knows it; did you mean `tag`?");
  }

  @Test
  void manyChartsAreCounted() throws IOException {
    estate(IntStream.range(1, 7).mapToObj(number -> "app" + number).toList());

    assertThat(CliRun.in(folder, "check").out())
        .contains("of charts `app1`, `app2`, `app3` and 3 others knows it");
  }

  @Test
  void aKeyThatOneOfThemKnowsIsNoMistake() throws IOException {
    estate(List.of("web", "api"));
    CliRun.write(folder, "charts/api/values.yaml", "tagg: old\n");

    assertThat(CliRun.in(folder, "check").out()).doesNotContain("Nothing reads");
  }

  private void estate(List<String> charts) throws IOException {
    StringBuilder releases = new StringBuilder();
    for (String chart : charts) {
      CliRun.write(
          folder,
          "charts/" + chart + "/Chart.yaml",
          "apiVersion: v2\nname: " + chart + "\nversion: 1.0.0\n");
      CliRun.write(folder, "charts/" + chart + "/values.yaml", "tag: \"1.0\"\n");
      CliRun.write(
          folder,
          "charts/" + chart + "/templates/map.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}}
          data: {tag: {{ .Values.tag | quote }}}
          """);
      releases.append(
          "  - {name: %1$s, chart: charts/%1$s, namespace: apps, values: [shared.yaml]}\n"
              .formatted(chart));
    }
    CliRun.write(folder, "shared.yaml", "tagg: \"2.0\"\n");
    CliRun.write(
        folder,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {prod: {}}
        releases:
        """
            + releases);
  }
}
