package dev.plimsoll.chart;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import java.util.List;
import java.util.Optional;

/**
 * A chart as it stands on disk or in an archive, with the charts inside it. Immutable; whether a
 * dependency is enabled depends on values: see its dependencies' conditions and tags.
 *
 * @param path the chart's folder or archive as people know it ({@code charts/shop}, {@code
 *     charts/shop/charts/cache-1.0.0.tgz!cache})
 * @param metadata what {@code Chart.yaml} (and {@code requirements.yaml} of a v1 chart) says
 * @param description what else it says, for templates
 * @param chartYaml the parsed {@code Chart.yaml}
 * @param values the parsed {@code values.yaml}; empty if the chart has none
 * @param schema {@code values.schema.json}; empty if the chart has none
 * @param lock {@code Chart.lock} or {@code requirements.lock}; empty if the chart has none
 * @param templates files below {@code templates/}, sorted by name
 * @param crds files below {@code crds/}, sorted by name
 * @param files everything else that {@code .helmignore} leaves, sorted by name; in Helm {@code
 *     .Files} holds these and {@code crds}
 * @param subcharts the charts in {@code charts/}, sorted by their entry there; Helm's own order is
 *     that of a Go map, so it is random
 */
public record Chart(
    String path,
    ChartMetadata metadata,
    ChartDescription description,
    YamlFile chartYaml,
    Optional<YamlFile> values,
    Optional<SourceFile> schema,
    Optional<ChartLock> lock,
    List<ChartFile> templates,
    List<ChartFile> crds,
    List<ChartFile> files,
    List<Chart> subcharts) {

  public Chart {
    templates = List.copyOf(templates);
    crds = List.copyOf(crds);
    files = List.copyOf(files);
    subcharts = List.copyOf(subcharts);
  }

  public String name() {
    return metadata.name().value();
  }
}
