package dev.plimsoll.testkit;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Feeds a check with random cases, each from a seed that its failure names. A few thousand by
 * default; with {@code -Dfuzz.seconds=900} as many as there is time for, from other seeds each day.
 */
public final class FuzzRun {

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
  private static final long NANOS = 1_000_000_000L;

  private FuzzRun() {}

  /**
   * Runs a check.
   *
   * @param cases how many, by default
   * @param longest how many seconds one case may take
   */
  public static void run(int cases, int longest, Consumer<Random> check) {
    long first = SECONDS == 0 ? 0 : System.currentTimeMillis();
    long end = System.nanoTime() + SECONDS * NANOS;
    for (long done = 0; SECONDS == 0 ? done < cases : System.nanoTime() < end; done++) {
      long seed = first + done;
      long start = System.nanoTime();
      try {
        check.accept(new Random(seed));
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Seed " + seed + ": " + e, e);
      }
      if (System.nanoTime() - start > longest * NANOS) {
        throw new AssertionError("Seed " + seed + " takes longer than " + longest + " s.");
      }
    }
  }
}
