package dev.plimsoll.estate;

/**
 * How much there is of everything.
 *
 * @param releases of each environment; the charts take turns
 */
public record EstateSize(int charts, int releases, int environments) {

  /** The estate that the budgets speak of. */
  public static final EstateSize USUAL = new EstateSize(10, 50, 4);

  public EstateSize {
    if (charts < 1 || releases < 1 || environments < 1) {
      throw new IllegalArgumentException("An estate has a chart, a release and an environment.");
    }
  }

  int renders() {
    return releases * environments;
  }
}
