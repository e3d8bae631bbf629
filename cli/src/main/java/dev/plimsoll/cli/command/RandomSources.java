package dev.plimsoll.cli.command;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.render.RenderOptions;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.values.HelmVersion;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Where what differs from run to run comes from, or what stands for it. */
record RandomSources(RandomGenerator random, Clock clock, ZoneId zone) {

  private static final long SEED = 20_000_101;
  private static final Instant TIME = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * @param deterministic whether every run shall give the same
   */
  static RandomSources of(boolean deterministic) {
    if (deterministic) {
      return new RandomSources(new Random(SEED), Clock.fixed(TIME, ZoneOffset.UTC), ZoneOffset.UTC);
    }
    return new RandomSources(new SecureRandom(), Clock.systemUTC(), ZoneId.systemDefault());
  }

  /**
   * How a release is rendered.
   *
   * @param kubernetes the version that the project says; empty if it says none
   */
  RenderOptions options(
      TemplateOptions template,
      ReleaseInstance instance,
      HelmVersion helm,
      Optional<String> kubernetes,
      boolean tracked) {
    return new RenderOptions(
        new ReleaseOptions(
            instance.cell().release(), instance.namespace(), template.isUpgrade(), 1),
        template.capabilities(helm, kubernetes),
        template.skipSchema(),
        tracked,
        false,
        random,
        clock,
        zone,
        EvaluationLimits.DEFAULT);
  }
}
