package dev.plimsoll.template.eval;

/**
 * What templates have used up of {@link EvaluationLimits}.
 *
 * @param characters written, by inner templates as well
 * @param steps actions and turns of loops
 */
public record EvaluationCost(long characters, long steps) {

  /** What was used up since {@code before}. */
  public EvaluationCost since(EvaluationCost before) {
    return new EvaluationCost(characters - before.characters, steps - before.steps);
  }
}
