package dev.plimsoll.render;

import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * How a chart is rendered.
 *
 * @param skipSchema {@code --skip-schema-validation}
 * @param tracked whether origins are wanted
 * @param lint whether {@code required} and {@code fail} are forgiven, as {@code helm lint} does
 * @param random the source of {@code randAlphaNum}, {@code genCA} and so on
 * @param clock the source of {@code now}
 * @param zone the local time zone
 */
public record RenderOptions(
    ReleaseOptions release,
    Capabilities capabilities,
    boolean skipSchema,
    boolean tracked,
    boolean lint,
    RandomGenerator random,
    Clock clock,
    ZoneId zone,
    EvaluationLimits limits) {

  HelmVersion helm() {
    return capabilities.helm();
  }

  EvaluationOptions evaluation() {
    return new EvaluationOptions(
        helm(), tracked, lint, MissingKey.ZERO, random, clock, zone, limits);
  }
}
