package dev.plimsoll.render;

import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A chart that Helm renders.
 *
 * @param kubernetes what it is rendered for
 * @param templates in the order in which they ran
 * @param manifests in the order in which Helm installs them
 * @param hooks in the order in which {@code helm template} prints them
 * @param dropped documents that Helm leaves out without a word, because they name a hook that it
 *     does not know
 * @param nonDeterminism the functions that were called and give another result each time
 */
public record RenderedChart(
    HelmVersion helm,
    KubeVersion kubernetes,
    EnabledChart chart,
    List<RenderedTemplate> templates,
    List<Manifest> manifests,
    List<Manifest> hooks,
    List<Manifest> dropped,
    Set<String> nonDeterminism)
    implements RenderOutcome {

  public RenderedChart {
    templates = List.copyOf(templates);
    manifests = List.copyOf(manifests);
    hooks = List.copyOf(hooks);
    dropped = List.copyOf(dropped);
    nonDeterminism = Set.copyOf(new TreeSet<>(nonDeterminism));
  }

  /** What Helm brings to the cluster, hooks included, without documents that hold no object. */
  public List<Manifest> objects() {
    return Stream.concat(manifests.stream(), hooks.stream())
        .filter(manifest -> !manifest.head().kind().isEmpty())
        .toList();
  }

  /** What Helm shows after an installation; empty if the chart has no {@code NOTES.txt}. */
  public Optional<RenderedTemplate> notes() {
    String wanted = chart.fullPath() + "/templates/NOTES.txt";
    return templates.stream().filter(template -> template.name().equals(wanted)).findFirst();
  }
}
