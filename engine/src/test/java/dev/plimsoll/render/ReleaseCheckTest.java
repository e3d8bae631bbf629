package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.ChartLoader;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.UserValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of Helm 3.22.0 and 4.3.1. */
final class ReleaseCheckTest {

  private static final String RENDERED = "rendered";

  @TempDir private Path chart;

  @ParameterizedTest
  @CsvSource({
    "3.22.0, apiVersion: v1, rendered",
    "3.22.0, apiVersion: v3, rendered",
    "3.22.0, apiVersion: v4, rendered",
    "3.22.0, apiVersion: V2, rendered",
    "4.3.1, apiVersion: v1, rendered",
    "4.3.1, apiVersion: v2, rendered",
    "4.3.1, apiVersion: '', rendered",
    "4.3.1, description: no version of the format, rendered",
    "4.3.1, apiVersion: v3, invalid chart apiVersion",
    "4.3.1, apiVersion: v4, unsupported chart version",
    "4.3.1, apiVersion: V2, unsupported chart version",
    "4.3.1, apiVersion: 3, unsupported chart version",
  })
  void helm4KnowsTheFormatsOfCharts(String helm, String line, String expected) throws IOException {
    write(chart, line);

    assertThat(outcome(helm)).isEqualTo(expected);
  }

  @Test
  void onlyTheFormatOfTheTopChartCounts() throws IOException {
    write(chart, "apiVersion: v2");
    write(chart.resolve("charts/below"), "apiVersion: v9");

    assertThat(outcome("4.3.1")).isEqualTo(RENDERED);
  }

  @Test
  void aLibraryIsALibraryFirst() throws IOException {
    write(chart, "apiVersion: v3\ntype: library");

    assertThat(outcome("4.3.1")).isEqualTo("library charts are not installable");
  }

  @Test
  void helm4CannotReadDependenciesOfTheThirdFormat() throws IOException {
    write(chart, "apiVersion: v3");
    write(chart.resolve("charts/below"), "apiVersion: v3");

    assertThat(outcome("4.3.1"))
        .isEqualTo(
            "an error occurred while checking for chart dependencies. You may need to run 'helm dependency build' to fetch missing dependencies: unsupported chart dependency type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          version: 1.0.0 ~ validation: chart.metadata.name is required
          {name: a/b, version: 1.0.0} ~ validation: chart.metadata.name "a/b" is invalid
          {name: .., version: 1.0.0} ~ validation: chart.metadata.name ".." is not allowed
          name: a ~ validation: chart.metadata.version is required
          {name: a, version: x} ~ validation: chart.metadata.version "x" is invalid
          {name: a, version: 1.0.0, type: x} ~ validation: chart.metadata.type must be application or library
          {name: a, version: 1.0.0, maintainers: [null]} ~ validation: maintainers must not contain empty or null nodes
          {name: a, version: 1.0.0, dependencies: [null]} ~ validation: dependencies must not contain empty or null nodes
          {name: a, version: 1.0.0, dependencies: [{name: b, alias: b.c}]} ~ validation: dependency "b" has disallowed characters in the alias
          {name: [a], version: 1.0.0} ~ cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go struct field Metadata.name of type string
          """)
  void saysOfInvalidChartsWhatHelmSays(String chartYaml, String expected) throws IOException {
    Files.writeString(chart.resolve("Chart.yaml"), chartYaml);

    assertThat(outcome("4.3.1")).isEqualTo(expected);
    assertThat(outcome("3.22.0")).isEqualTo(expected);
  }

  @Test
  void saysWhichChartInsideIsInvalid() throws IOException {
    write(chart, "apiVersion: v2");
    Files.createDirectories(chart.resolve("charts/below"));
    Files.writeString(chart.resolve("charts/below/Chart.yaml"), "name: sub\n");

    assertThat(outcome("4.3.1"))
        .isEqualTo(
            "error unpacking subchart below in some: validation: chart.metadata.version is required");
  }

  private static void write(Path folder, String lines) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("Chart.yaml"), "name: %s\nversion: 1.0.0\n%s\n".formatted("some", lines));
  }

  private String outcome(String version) throws IOException {
    HelmVersion helm = HelmVersion.parse(version).orElseThrow();
    Chart loaded =
        new ChartLoader().load(new DiskFileTree(chart, List.of()), "", _ -> {}).orElseThrow();
    MapValue user =
        UserValues.merge(List.of(), List.of(), path -> new FileContent.Missing(), helm, _ -> {})
            .values();
    ChartDefaults defaults = new ChartDefaults(helm, _ -> {});
    EnabledChart enabled =
        new DependencyProcessor(helm, defaults::of).process(loaded, user, _ -> {});
    Coalesced values = new Coalescer(helm).coalesce(enabled.scope(), user, _ -> {});
    RenderOptions options =
        RenderOptions.of(
            ReleaseOptions.install("rel", "ns"), Capabilities.of(helm), RenderSources.fixed());
    return switch (new ChartRenderer(helm).render(enabled, values, options)) {
      case RenderedChart _ -> RENDERED;
      case RenderFailure failure -> failure.message();
    };
  }
}
