package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * {@code Chart.lock}: the exact versions that {@code helm dependency update} chose.
 *
 * @param digest of the dependencies that were locked, as Helm computes it
 * @param location the beginning of the file
 */
public record ChartLock(
    List<Entry> dependencies, Optional<Located<String>> digest, Location location) {

  public ChartLock {
    dependencies = List.copyOf(dependencies);
  }

  /** One locked dependency. */
  public record Entry(
      Located<String> name, Optional<Located<String>> version, Optional<Located<String>> repository) {}
}
