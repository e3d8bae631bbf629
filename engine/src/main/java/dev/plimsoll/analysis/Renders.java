package dev.plimsoll.analysis;

import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOptions;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderRules;
import dev.plimsoll.render.RenderSources;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.HelmVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The renders of one chart with one set of values, each made once: releases that differ in nothing
 * that a template can see share one. What is random or of the moment is the same in every analysis,
 * so that results are too. Lives as long as the values do. Thread-safe.
 */
final class Renders {

  private final ChartRenderer renderer;
  private final EnabledChart chart;
  private final Coalesced values;
  private final boolean isRepeated;
  private final Map<Cell.Target, RenderOutcome> known = new ConcurrentHashMap<>();

  /**
   * @param isRepeated whether there was an analysis before, so that there may be more: only then it
   *     pays to note what each template looks at
   */
  Renders(ChartRenderer renderer, EnabledChart chart, Coalesced values, boolean isRepeated) {
    this.renderer = renderer;
    this.chart = chart;
    this.values = values;
    this.isRepeated = isRepeated;
  }

  ChartRenderer renderer() {
    return renderer;
  }

  /** The release as Helm renders it. Schemas have been asked before, so they are not asked here. */
  RenderOutcome of(Cell.Target target) {
    return known.computeIfAbsent(target, asked -> render(asked, false));
  }

  /**
   * The same for a chart that nobody has given any values: a chart may demand some, and that is no
   * mistake, so {@code required} and {@code fail} are forgiven as {@code helm lint} does.
   */
  RenderOutcome alone(Cell.Target target) {
    RenderOutcome strict = of(target);
    if (!isRefusal(strict)) {
      return strict;
    }
    RenderOutcome forgiving = render(target, true);
    // Behind what was forgiven there may be no sense.
    return forgiving instanceof RenderedChart ? forgiving : strict;
  }

  /** The same for other values. */
  RenderOutcome with(Coalesced others, Cell.Target target) {
    return renderer.render(chart, others, options(target));
  }

  private static boolean isRefusal(RenderOutcome outcome) {
    return switch (outcome) {
      case RenderedChart _ -> false;
      case RenderFailure failure ->
          failure.diagnostics().getFirst().rule().equals(RenderRules.REFUSED_VALUES);
    };
  }

  private RenderOutcome render(Cell.Target target, boolean lint) {
    RenderOptions options = options(target);
    if (lint) {
      return renderer.render(chart, values, options.withLint());
    }
    return renderer.render(chart, values, isRepeated ? options.withReuse() : options);
  }

  private RenderOptions options(Cell.Target target) {
    return RenderOptions.of(release(target), capabilities(target), RenderSources.fixed())
        .withoutSchema()
        .withTracking(true);
  }

  private static ReleaseOptions release(Cell.Target target) {
    ReleaseOptions first = ReleaseOptions.install(target.release(), target.namespace());
    return target.live().map(live -> live.release(first)).orElse(first);
  }

  private Capabilities capabilities(Cell.Target target) {
    HelmVersion helm = renderer.helm();
    if (target.live().isPresent()) {
      return target.live().get().capabilities(helm);
    }
    Capabilities capabilities = Capabilities.of(helm).withApiVersions(target.apiVersions());
    Optional<KubeVersion> kubernetes =
        target.kubernetes().flatMap(version -> KubeVersion.parse(version, helm));
    return kubernetes.map(capabilities::withKube).orElse(capabilities);
  }
}
