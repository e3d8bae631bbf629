package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * The effective values of a release in an environment on a cluster, leaf by leaf.
 *
 * @param leaves in the order of the values
 */
public record CellValues(Affected cell, List<Leaf> leaves) {

  public CellValues {
    leaves = List.copyOf(leaves);
  }

  /**
   * One value that is no map or list, or is an empty one.
   *
   * @param text bounded, secrets masked
   * @param origin the place that says it
   */
  public record Leaf(String path, String text, String origin) {}

  static CellValues of(ReleaseInstance release, SecretValues secrets) {
    List<Leaf> leaves = new ArrayList<>();
    collect(ValuePath.ROOT, secrets.mask(release.effective().values()), leaves);
    return new CellValues(release.cell(), leaves);
  }

  // The reader bounds the depth of values, so recursion is safe.
  private static void collect(ValuePath path, Value value, List<Leaf> leaves) {
    switch (value) {
      case MapValue map when !map.entries().isEmpty() ->
          map.entries().forEach((key, child) -> collect(path.key(key), child, leaves));
      case ListValue list when !list.items().isEmpty() -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(path.index(i), list.items().get(i), leaves);
        }
      }
      case MapValue map -> leaves.add(leaf(path, map));
      case ListValue list -> leaves.add(leaf(path, list));
      case ScalarValue scalar -> leaves.add(leaf(path, scalar));
    }
  }

  private static Leaf leaf(ValuePath path, Value value) {
    return new Leaf(path.toString(), ValueText.of(value), place(value.origin()));
  }

  private static String place(Origin origin) {
    return origin.layer().kind().isOption()
        ? origin.layer().kind().option()
        : origin.location().line();
  }
}
