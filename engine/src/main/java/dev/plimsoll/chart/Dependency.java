package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code dependencies}.
 *
 * @param version a range of versions ({@code ~1.2.0}); empty matches every version
 * @param condition comma-separated value paths; the first that is a boolean decides
 * @param importValues what the parent takes over from the child
 * @param location the whole entry
 */
public record Dependency(
    Located<String> name,
    Optional<Located<String>> version,
    Optional<Located<String>> repository,
    Optional<Located<String>> alias,
    Optional<Located<String>> condition,
    List<Located<String>> tags,
    List<ImportValues> importValues,
    Location location) {

  public Dependency {
    tags = List.copyOf(tags);
    importValues = List.copyOf(importValues);
  }

  /** The key of the subchart's values in the parent: the alias, or else the name. */
  public String valuesKey() {
    return alias.map(Located::value).orElse(name.value());
  }

  /**
   * One entry of {@code import-values}.
   *
   * @param child the table in the child's values; {@code exports.X} for the short form {@code X}
   * @param parent where it goes in the parent's values; {@code .} for its root
   */
  public record ImportValues(String child, String parent, Location location) {}
}
