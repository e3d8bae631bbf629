package dev.plimsoll.rules.estate;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The leaves of values that helmfiles say and that are in no values file of a release: inline ones,
 * {@code set}, and those of environments.
 */
public final class HelmfileLeaves {

  /**
   * A leaf that stands in a file as it is; what a template printed is none.
   *
   * @param key the nearest key above it
   */
  public record Leaf(String key, ValuePath path, ScalarValue value, List<Affected> affects) {

    public Location location() {
      return value.origin().location();
    }

    /** As it is written, quotes included. */
    public String written() {
      return location().file().text(location().span());
    }
  }

  /** Takes the leaves. */
  public interface Visitor {
    void leaf(Leaf leaf);
  }

  private final Set<SourceFile> known;
  private final Visitor visitor;

  private HelmfileLeaves(Set<SourceFile> known, Visitor visitor) {
    this.known = known;
    this.visitor = visitor;
  }

  /**
   * Visits them.
   *
   * @param files are looked at as a whole
   */
  public static void visit(Estate estate, List<EditableFile> files, Visitor visitor) {
    Set<SourceFile> known = files.stream().map(EditableFile::source).collect(Collectors.toSet());
    HelmfileLeaves all = new HelmfileLeaves(known, visitor);
    for (ReleaseInstance release : estate.releases()) {
      if (release.helmfile().isPresent()) {
        for (LayerValues layer : release.layers()) {
          if (layer.yaml().isEmpty()) {
            all.visit("", ValuePath.ROOT, layer.root(), List.of(release.cell()));
          }
        }
      }
    }
    for (LoadedEnvironment environment : estate.helmfiles().environments()) {
      for (StateFile state : environment.states()) {
        all.visit("", ValuePath.ROOT, state.values(), cells(estate, environment, state));
      }
    }
  }

  private static List<Affected> cells(
      Estate estate, LoadedEnvironment environment, StateFile state) {
    List<Affected> cells =
        estate.releases().stream()
            .filter(release ->
                release.helmfile().filter(each -> each.state().equals(state)).isPresent())
            .map(ReleaseInstance::cell)
            .toList();
    return cells.isEmpty() ? List.of(new Affected("*", environment.name(), "")) : cells;
  }

  // The reader bounds the depth of values, so recursion is safe.
  private void visit(String key, ValuePath path, Value value, List<Affected> affects) {
    switch (value) {
      case MapValue map ->
          map.entries().forEach((name, entry) -> visit(name, path.key(name), entry, affects));
      case ListValue list -> {
        for (int i = 0; i < list.items().size(); i++) {
          visit(key, path.index(i), list.items().get(i), affects);
        }
      }
      case ScalarValue scalar -> {
        Leaf leaf = new Leaf(key, path, scalar, affects);
        if (scalar.origin().layer().isEditable()
            && !known.contains(scalar.origin().layer().file())
            && isLiteral(leaf.written(), scalar.content())) {
          visitor.leaf(leaf);
        }
      }
    }
  }

  private static boolean isLiteral(String written, GoScalar content) {
    return switch (content) {
      case GoScalar.Text(String text) -> written.contains(text) && !written.contains("{{");
      case GoScalar.Int64 _ -> !written.contains("{{");
      // However it is spelled; what an action prints is no number.
      case GoScalar.Float64 _ -> !written.contains("{{");
      case GoScalar.Nil _, GoScalar.Bool _ -> false;
    };
  }
}
