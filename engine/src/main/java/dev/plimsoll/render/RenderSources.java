package dev.plimsoll.render;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where what differs from run to run comes from.
 *
 * @param random the source of {@code randAlphaNum}, {@code genCA} and so on
 * @param clock the source of {@code now}
 * @param zone the local time zone
 */
public record RenderSources(Supplier<RandomGenerator> random, Clock clock, Supplier<ZoneId> zone) {

  private static final long SEED = 20_000_101;
  private static final Instant TIME = Instant.parse("2000-01-01T00:00:00Z");

  /** Chance and the time, as Helm has them. */
  public static RenderSources real() {
    return new RenderSources(() -> Secure.RANDOM, Clock.systemUTC(), ZoneId::systemDefault);
  }

  /** What gives the same in every run. For one render: the numbers go on. */
  public static RenderSources fixed() {
    Random random = new Random(SEED);
    return new RenderSources(() -> random, Clock.fixed(TIME, ZoneOffset.UTC), () -> ZoneOffset.UTC);
  }

  private static final class Secure {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
