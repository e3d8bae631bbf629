package dev.plimsoll.render;

import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.values.HelmVersion;

/**
 * How a chart is rendered.
 *
 * @param skipSchema {@code --skip-schema-validation}
 * @param tracked whether origins are wanted
 * @param lint whether {@code required} and {@code fail} are forgiven, as {@code helm lint} does
 * @param reuses whether a template need not run again for values that are alike in all that it has
 *     looked at before
 */
public record RenderOptions(
    ReleaseOptions release,
    Capabilities capabilities,
    boolean skipSchema,
    boolean tracked,
    boolean lint,
    boolean reuses,
    RenderSources sources,
    EvaluationLimits limits) {

  /** As {@code helm template} without options, and without origins. */
  public static RenderOptions of(
      ReleaseOptions release, Capabilities capabilities, RenderSources sources) {
    return new RenderOptions(
        release, capabilities, false, false, false, false, sources, EvaluationLimits.DEFAULT);
  }

  /** The same with or without origins. */
  public RenderOptions withTracking(boolean wanted) {
    return new RenderOptions(
        release, capabilities, skipSchema, wanted, lint, reuses, sources, limits);
  }

  /** The same without asking the schemas of values. */
  public RenderOptions withoutSchema() {
    return new RenderOptions(release, capabilities, true, tracked, lint, reuses, sources, limits);
  }

  /** The same with {@code required} and {@code fail} forgiven. */
  public RenderOptions withLint() {
    return new RenderOptions(
        release, capabilities, skipSchema, tracked, true, reuses, sources, limits);
  }

  /** The same where what templates wrote is used again, and kept. */
  public RenderOptions withReuse() {
    return new RenderOptions(
        release, capabilities, skipSchema, tracked, lint, true, sources, limits);
  }

  HelmVersion helm() {
    return capabilities.helm();
  }

  EvaluationOptions evaluation() {
    return new EvaluationOptions(
        helm(),
        tracked,
        lint,
        MissingKey.ZERO,
        sources.random(),
        sources.clock(),
        sources.zone(),
        limits);
  }
}
