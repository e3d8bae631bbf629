package dev.plimsoll.index;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.LayerValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One release in one environment on one cluster.
 *
 * @param cell its identity in the matrix
 * @param namespace where it is installed
 * @param namespacePlace where somebody says so; empty if nobody does
 * @param chart the chart, with all subcharts whether enabled or not
 * @param enabled the same with those of its subcharts that the values enable
 * @param renderer renders this chart; shared by all releases of it
 * @param chartDefaults the {@code values.yaml} of the chart, then of each subchart, each for its
 *     own scope
 * @param layers the values files and options of this release, weakest first, without the chart's
 *     own
 * @param effective what templates see
 * @param render what Helm makes of it; empty if nobody asked, or if rendering it failed because of
 *     a mistake of ours
 * @param again renders it with other values, for who must not see these
 * @param helmfile what its helmfile says of it; empty for a release of the project
 */
public record ReleaseInstance(
    Affected cell,
    String namespace,
    Optional<Location> namespacePlace,
    Chart chart,
    EnabledChart enabled,
    ChartRenderer renderer,
    List<ScopedLayer> chartDefaults,
    List<LayerValues> layers,
    Coalesced effective,
    Optional<RenderOutcome> render,
    Function<Coalesced, RenderOutcome> again,
    Optional<HelmfileRelease> helmfile) {

  public ReleaseInstance {
    chartDefaults = List.copyOf(chartDefaults);
    layers = List.copyOf(layers);
  }

  /** The objects of the release; empty if there are none, whatever the reason. */
  public Optional<RenderedChart> rendered() {
    return render.filter(RenderedChart.class::isInstance).map(RenderedChart.class::cast);
  }

  /** The name that Helm is given; reports may need a longer one to tell releases apart. */
  public String name() {
    return helmfile.map(release -> release.name().value()).orElse(cell.release());
  }

  /** The version of Kubernetes that the helmfile renders for. */
  public Optional<String> kubeVersion() {
    return helmfile
        .flatMap(release -> Spec.text(release.spec(), "kubeVersion"))
        .map(Located::value);
  }

  /** The APIs that the helmfile says the cluster has. */
  public List<String> apiVersions() {
    return helmfile.stream()
        .flatMap(release -> Spec.texts(release.spec(), "apiVersions").stream())
        .map(Located::value)
        .toList();
  }

  /**
   * The defaults of a chart, and where they belong.
   *
   * @param scope the key path of the chart in the release's values ({@code cache}, {@code
   *     app.cache}); empty for the top chart
   */
  public record ScopedLayer(String scope, Chart chart, LayerValues values) {}
}
