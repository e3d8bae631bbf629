package dev.plimsoll.rules.estate;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.Identity;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart with layers on top. Cells that have the same, such as the clusters of one environment,
 * share one.
 *
 * @param release stands for all of them
 * @param cells every cell with these layers
 */
public record LayerStack(ReleaseInstance release, List<Affected> cells) {

  public LayerStack {
    cells = List.copyOf(cells);
  }

  private record Sharing(String release, String environment, String chart, List<Layer> layers) {}

  /** Everything that makes a stack another one: the same values are those of the same layers. */
  public record Key(Identity effective, List<Affected> cells) {}

  /** What tells whether this is a stack of an earlier analysis. */
  public Key key() {
    return new Key(new Identity(release.effective()), cells);
  }

  /** Every stack of the estate, in the order of the releases. */
  public static List<LayerStack> all(Estate estate) {
    Map<Sharing, List<Affected>> cells = new LinkedHashMap<>();
    Map<Sharing, ReleaseInstance> first = new LinkedHashMap<>();
    for (ReleaseInstance release : estate.releases()) {
      Sharing key =
          new Sharing(
              release.cell().release(),
              release.cell().environment(),
              release.chart().path(),
              release.layers().stream().map(LayerValues::layer).toList());
      first.putIfAbsent(key, release);
      cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(release.cell());
    }
    List<LayerStack> stacks = new ArrayList<>();
    first.forEach(
        (key, release) -> stacks.add(new LayerStack(release, cells.getOrDefault(key, List.of()))));
    return stacks;
  }

  /**
   * The files among the layers, weakest first: what people edit, unlike options of a command line.
   */
  public List<LayerValues> files() {
    return release.layers().stream()
        .filter(layer -> layer.layer().kind() == Layer.Kind.VALUES_FILE)
        .toList();
  }

  /** Whether the cells only try the chart out, see {@link EditableFile#isTrial()}. */
  public boolean isTrial() {
    return files().stream().anyMatch(layer -> EditableFile.isTrial(layer.layer().file().path()));
  }

  /**
   * What the layers below say where {@code written} stands.
   *
   * @param effective the map of the effective values that holds the key
   * @param written the value of the key as one layer has it
   * @return the nearest first; empty if nothing is below
   */
  public static List<Value> below(MapValue effective, String key, Value written) {
    List<Value> found = below(effective.entries().get(key), written);
    if (found == null) {
      found = below(effective.deleted().get(key), written);
    }
    return found == null ? List.of() : found;
  }

  /** Null if {@code written} neither won nor lost. */
  private static @Nullable List<Value> below(@Nullable Value winner, Value written) {
    if (winner == null) {
      return null;
    }
    if (isSamePlace(winner.origin(), written.origin())) {
      return winner.shadowed();
    }
    List<Value> losers = winner.shadowed();
    for (int i = 0; i < losers.size(); i++) {
      if (isSamePlace(losers.get(i).origin(), written.origin())) {
        return losers.subList(i + 1, losers.size());
      }
    }
    return null;
  }

  /** Whether two origins are one place; the same text may be a layer of two kinds. */
  private static boolean isSamePlace(Origin one, Origin other) {
    return one.layer().file() == other.layer().file() && one.span().equals(other.span());
  }
}
