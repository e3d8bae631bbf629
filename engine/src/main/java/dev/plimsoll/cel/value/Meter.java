package dev.plimsoll.cel.value;

/** Counts what an evaluation costs, in the units of Kubernetes, and ends it at a limit. */
public final class Meter {

  /** What Kubernetes allows one expression. */
  public static final long PER_EXPRESSION = 1_000_000;

  private final long limit;
  private long cost;

  public Meter(long limit) {
    this.limit = limit;
  }

  public void add(long units) {
    cost += units;
    if (cost > limit) {
      throw new CostExceeded("operation cancelled: actual cost limit exceeded");
    }
  }

  public long cost() {
    return cost;
  }
}
