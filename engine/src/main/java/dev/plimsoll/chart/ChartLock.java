package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * {@code Chart.lock}: the exact versions that {@code helm dependency update} chose.
 *
 * @param digest of the dependencies that were locked, as Helm computes it
 * @param sync whether the lock still belongs to the chart's dependencies
 * @param location the beginning of the file
 */
public record ChartLock(
    List<Entry> dependencies, Optional<Located<String>> digest, Sync sync, Location location) {

  public ChartLock {
    dependencies = List.copyOf(dependencies);
  }

  /** One locked dependency. */
  public record Entry(
      Located<String> name,
      Optional<Located<String>> version,
      Optional<Located<String>> repository) {}

  /** What {@code helm dependency build} would say of the lock. */
  public enum Sync {
    /** The digest is that of the chart's dependencies. */
    IN_SYNC,
    /** Helm refuses the lock as out of sync. */
    STALE,
    /**
     * The digest differs, but a dependency names its repository by an alias, which Helm replaces by
     * what the user's own configuration says before it computes the digest.
     */
    UNKNOWN
  }
}
