package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.ChartLoader;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.UserValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a document that Helm cannot read is what the real Helm says. */
final class ManifestWordsTest {

  private static final HelmVersion HELM = new HelmVersion(3, 21, 0);

  /** Of no use to people who see the rendered lines. */
  private static final String ADVICE = "\n\nUse --debug flag to render out invalid YAML";

  @TempDir private Path chart;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: A\nspec:\n  a: {{ \"b: c\" }}\n",
        "kind: A\n  spec: b\n",
        "kind: A\nspec:\n    a: b\n  c: d\n",
        "kind: A\nmetadata:\n  labels: {{ dict \"a\" \"b\" | toYaml | indent 4 }}\n  c: d\n",
        "kind: A\nspec: {{ \"[\" }}\n",
        "kind: A\nspec: {{ \"'\" }}\n",
        "kind: A\nspec: {{ \"*a\" }}\n",
        "kind: A\nspec: {{ \"@a\" }}\n",
        "kind: A\nspec: {{ \"%a\" }}\n",
        "kind: A\nspec: {{ \"{{ .Values.a }}\" }}\n",
        "kind: A\nspec: {{ \"{{ .Values.a }}\" }}-b\n",
        "kind: A\nspec:\n- {{ \"{[1, 2.5, x, true, null]: y}\" }}\n",
        "kind: A\nspec: b\n{{ \"\\ta\" }}: c\n",
        "- kind: A\n",
        "kind: [A]\n",
        "kind: A\nmetadata: b\n",
        "kind: A\nmetadata:\n  annotations:\n    a: [1]\n",
        "kind: A\nmetadata:\n  name: {}\n",
        "a\n",
      })
  void theWordsAreHelms(String template) throws IOException {
    HelmOracle.writeChart(chart, template);

    String message = render() instanceof RenderFailure failure ? failure.message() : "rendered";

    assertThat(HelmOracle.template(chart, List.of(), Map.of()))
        .isInstanceOfSatisfying(
            HelmOracle.Answer.Refused.class,
            refused -> assertThat(message).isEqualTo(refused.message().replace(ADVICE, "")));
  }

  private RenderOutcome render() throws IOException {
    Chart loaded =
        new ChartLoader()
            .load(new DiskFileTree(chart, List.of()), "", diagnostic -> {})
            .orElseThrow();
    MapValue none =
        UserValues.merge(
                List.of(), List.of(), path -> new FileContent.Missing(), HELM, diagnostic -> {})
            .values();
    EnabledChart enabled =
        new DependencyProcessor(HELM, new ChartDefaults(HELM, diagnostic -> {})::of)
            .process(loaded, none, diagnostic -> {});
    Coalesced values = new Coalescer(HELM).coalesce(enabled.scope(), none, diagnostic -> {});
    return new ChartRenderer(HELM)
        .render(
            enabled,
            values,
            RenderOptions.of(
                ReleaseOptions.install("release-name", "default"),
                Capabilities.of(HELM),
                RenderSources.fixed()));
  }
}
