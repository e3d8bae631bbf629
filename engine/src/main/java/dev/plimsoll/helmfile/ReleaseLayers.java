package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * The values that helmfile gives to Helm for a release.
 *
 * @param files weakest first: {@code valuesTemplate}, {@code values}, {@code secrets}
 * @param set {@code set} and {@code setString} as far as they change no items of lists
 * @param options what is left of {@code set} and {@code setString}
 * @param filesBelowMissing how many of the files come before the last that is missing or cannot be
 *     used; empty if helmfile would come as far as calling Helm
 */
public record ReleaseLayers(
    List<LayerValues> files,
    List<LayerValues> set,
    List<Layer> options,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked,
    Optional<Integer> filesBelowMissing) {

  public ReleaseLayers {
    files = List.copyOf(files);
    set = List.copyOf(set);
    options = List.copyOf(options);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }

  /** Whether helmfile would come as far as calling Helm. */
  public boolean isComplete() {
    return filesBelowMissing.isEmpty();
  }

  /** The files merged into one, as {@code helmfile write-values} merges them. */
  public MapValue written() {
    MapValue merged = Nodes.EMPTY;
    for (LayerValues layer : files) {
      merged = Mergo.OVERRIDE.merge(merged, layer.root(), Shapes.VALUES);
    }
    return merged;
  }
}
