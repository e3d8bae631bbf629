package dev.plimsoll.template.eval;

import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How templates are evaluated. The random numbers and the time zone are asked for only when a
 * template wants them: to load either takes longer than many a render.
 *
 * @param helm the Helm that is modelled
 * @param tracked whether origins are wanted
 * @param lint whether {@code required} and {@code fail} are forgiven, as {@code helm lint} does
 * @param missingKey what a missing key of a map gives
 * @param random the source of {@code randAlphaNum}, {@code uuidv4}, {@code genCA} and so on
 * @param clock the source of {@code now}
 * @param zone the local time zone
 * @param limits what a render may take
 */
public record EvaluationOptions(
    HelmVersion helm,
    boolean tracked,
    boolean lint,
    MissingKey missingKey,
    Supplier<RandomGenerator> random,
    Clock clock,
    Supplier<ZoneId> zone,
    EvaluationLimits limits) {}
