package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Order;
import java.util.Comparator;

/**
 * One cell of the matrix: a release in an environment on a cluster.
 *
 * @param release the release's name
 * @param environment the environment's name
 * @param cluster the cluster's name; empty where the project names none
 */
public record Affected(String release, String environment, String cluster)
    implements Comparable<Affected> {

  /** The release of an environment in which none could be loaded: whichever there would be. */
  public static final String ANY = "*";

  private static final Comparator<Affected> ORDER =
      Order.of(
          Order.by(Affected::release),
          Order.by(Affected::environment),
          Order.by(Affected::cluster));

  @Override
  public int compareTo(Affected other) {
    return ORDER.compare(this, other);
  }

  /** {@code shop in prod on prod-us}, for people. */
  @Override
  public String toString() {
    if (release.equals(ANY)) {
      return cluster.isEmpty()
          ? "environment " + environment
          : "environment " + environment + " on " + cluster;
    }
    return cluster.isEmpty()
        ? release + " in " + environment
        : release + " in " + environment + " on " + cluster;
  }
}
