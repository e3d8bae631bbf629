package dev.plimsoll.template.eval;

import java.time.Duration;

/**
 * What one render may take, because templates are not trusted and Go's own limits are those of the
 * machine.
 *
 * @param characters how much text may be written and computed in all, partial results included
 * @param depth how deep templates, blocks and parentheses may be nested
 * @param steps how many actions may be executed
 * @param time how long it may take
 */
public record EvaluationLimits(long characters, int depth, long steps, Duration time) {

  /** Far above every real chart. */
  public static final EvaluationLimits DEFAULT =
      new EvaluationLimits(256L << 20, 50_000, 100_000_000, Duration.ofSeconds(60));
}
