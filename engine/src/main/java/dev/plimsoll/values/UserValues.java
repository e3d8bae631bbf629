package dev.plimsoll.values;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The values that a user gives, merged: Helm's {@code values.Options.MergeValues}.
 *
 * @param values the result; {@link #NONE} if there are no layers
 * @param layers every layer alone, weakest first
 */
public record UserValues(MapValue values, List<LayerValues> layers) {

  /** The values of a release for which nobody gives any. They are part of no chain. */
  public static final MapValue NONE =
      new MapValue(
          Map.of(),
          Map.of(),
          new Origin(new Layer(Layer.Kind.VALUES_FILE, new SourceFile("", "")), null, Span.at(0)),
          List.of());

  public UserValues {
    layers = List.copyOf(layers);
  }

  /**
   * Merges values files in the order given, then options in Helm's order: {@code --set-json},
   * {@code --set}, {@code --set-string}, {@code --set-file}, {@code --set-literal}; options of one
   * kind in the order given. Nulls stay: they delete only when they meet a chart.
   *
   * @param files read by {@link LayerReader}, weakest first
   * @param options layers of the option kinds, in the order of the command line
   * @param readFile gives the file that {@code --set-file} names
   * @param sink takes an {@code invalid-set-expression} for each option that Helm refuses; what
   *     such an option sets before its mistake stays set, so that the analysis can go on
   */
  public static UserValues merge(
      List<LayerValues> files,
      List<Layer> options,
      Function<String, FileContent> readFile,
      HelmVersion version,
      DiagnosticSink sink) {
    if (files.isEmpty() && options.isEmpty()) {
      return new UserValues(NONE, List.of());
    }
    List<LayerValues> layers = new ArrayList<>(files);
    Table merged = files.isEmpty() ? new Table() : new Table(files.getFirst().root());
    files.stream().skip(1).forEach(file -> merge(merged, file.root()));
    List<Layer> sorted = options.stream().sorted(Order.by(Layer::kind)).toList();
    for (Layer option : sorted) {
      layers.add(new SetOption(option, readFile, version).apply(merged, sink));
    }
    return new UserValues(Freezer.freeze(merged, NONE.origin()), layers);
  }

  /** Opens the values of a user for layering. Those of nobody have no place in any chain. */
  static Table open(MapValue user) {
    return user.origin().equals(NONE.origin()) ? new Table() : new Table(user);
  }

  /** Merges maps, weakest first, without deleting anything: {@code mergeMaps}. */
  static MapValue mergeAll(List<MapValue> maps) {
    if (maps.size() == 1) {
      return maps.getFirst();
    }
    Table merged = new Table(maps.getFirst());
    for (MapValue stronger : maps.subList(1, maps.size())) {
      merge(merged, stronger);
    }
    return Freezer.freeze(merged, NONE.origin());
  }

  /** Lets {@code stronger} win over what is in {@code values}. */
  static void merge(Table values, MapValue stronger) {
    values.addStronger(Chain.of(stronger));
    for (Map.Entry<String, Value> entry : stronger.entries().entrySet()) {
      String key = entry.getKey();
      Table known = values.table(key);
      if (known != null && entry.getValue() instanceof MapValue map) {
        merge(known, map);
        continue;
      }
      Node loser = values.get(key);
      values.put(key, new Fixed(entry.getValue()));
      if (loser != null) {
        values.shadow(key, loser.chain());
      }
    }
  }
}
