package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.rules.estate.OverrideWalk;
import dev.plimsoll.rules.values.Content;
import dev.plimsoll.schema.KeyInsertion;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves what a layer says to another layer of the same releases: one override to another file, or
 * what several files say alike to the layer below all of them.
 */
final class LayerMoves {

  private final List<ReleaseInstance> releases;
  private final LayerValues own;
  private final ValuePath path;
  private final Value value;

  private LayerMoves(List<ReleaseInstance> releases, LayerValues own, ValuePath path, Value value) {
    this.releases = releases;
    this.own = own;
    this.path = path;
    this.value = value;
  }

  /**
   * A way to say a value elsewhere.
   *
   * @param target the layer that says it afterwards
   * @param from the files that say it no longer
   * @param edits do not overlap
   */
  record Move(LayerValues target, Set<SourceFile> from, List<TextEdit> edits) {}

  /** Of the entry whose key is at an offset of the document; empty for what cannot be moved. */
  static Optional<LayerMoves> at(Context context, int offset) {
    return YamlPlace.entryAt(context.document().yaml(), offset)
        .filter(YamlPlace::isKey)
        .flatMap(place -> at(context, place.path()));
  }

  /** The same of the value at a path of the document. */
  static Optional<LayerMoves> at(Context context, ValuePath path) {
    List<ReleaseInstance> releases = context.analysed().result().estate().releases();
    Optional<LayerValues> own =
        releases.stream()
            .flatMap(release -> files(release).stream())
            .filter(layer -> layer.layer().file().path().equals(context.path()))
            .findFirst();
    boolean isOfMaps = path.steps().stream().allMatch(ValuePath.Key.class::isInstance);
    return own.filter(_ -> isOfMaps)
        .flatMap(layer ->
            written(layer, path).map(value -> new LayerMoves(releases, layer, path, value)));
  }

  /** Where the value is among those of a release. */
  ValuePath path() {
    return path;
  }

  /** Every file to which the value can go alone, weakest first. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (LayerValues target : others()) {
      if (path.in(target.root()).isEmpty()) {
        move(target, List.of(own)).ifPresent(moves::add);
      }
    }
    return moves;
  }

  /** To the nearest layer below all files that say the same; empty if nobody else says it. */
  Optional<Move> extraction() {
    List<ReleaseInstance> mine = users(own);
    List<LayerValues> below = new ArrayList<>();
    for (LayerValues each : others()) {
      if (mine.stream().allMatch(release -> isBelow(release, each, own))) {
        below.add(each);
      }
    }
    if (below.isEmpty()) {
      return Optional.empty();
    }
    LayerValues base = below.getLast();
    Map<SourceFile, LayerValues> alike = new LinkedHashMap<>();
    alike.put(own.layer().file(), own);
    for (ReleaseInstance release : users(base)) {
      for (LayerValues each : files(release)) {
        if (isBelow(release, base, each) && written(each, path).filter(this::isSame).isPresent()) {
          alike.putIfAbsent(each.layer().file(), each);
        }
      }
    }
    return alike.size() < 2 ? Optional.empty() : move(base, List.copyOf(alike.values()));
  }

  /** The cells whose values are others after a move. */
  List<Affected> changed(Move move) {
    List<Affected> changed = new ArrayList<>();
    List<ValuePath> leaves = new ArrayList<>();
    leaves(value, path, leaves);
    for (ReleaseInstance release : releases) {
      boolean isOther =
          leaves.stream()
              .anyMatch(leaf ->
                  !content(winner(release, leaf, null))
                      .equals(content(winner(release, leaf, move))));
      if (isOther) {
        changed.add(release.cell());
      }
    }
    return changed;
  }

  private Optional<Move> move(LayerValues target, List<LayerValues> from) {
    List<TextEdit> edits = new ArrayList<>();
    Set<SourceFile> files = new LinkedHashSet<>();
    Optional<EntryText> carried = Optional.empty();
    for (LayerValues layer : from) {
      Optional<EntryText> text =
          written(layer, path)
              .flatMap(said -> EntryText.of(said.origin(), whatGoes(layer).origin()));
      if (text.isEmpty() || Secrets.isEncrypted(layer.root())) {
        return Optional.empty();
      }
      carried = carried.or(() -> text);
      edits.add(text.get().removal());
      files.add(layer.layer().file());
    }
    Optional<TextEdit> written = carried.flatMap(text -> write(target, text));
    return written.map(edit -> {
      edits.add(edit);
      return new Move(target, files, List.copyOf(edits));
    });
  }

  /** The entry itself, or the outermost around it that has nothing else in it. */
  private Value whatGoes(LayerValues layer) {
    List<ValuePath.Step> steps = path.steps();
    int depth = steps.size();
    while (depth > 1
        && new ValuePath(steps.subList(0, depth - 1)).in(layer.root()).orElse(null)
            instanceof MapValue map
        && map.entries().size() + map.deleted().size() == 1) {
      depth--;
    }
    return new ValuePath(steps.subList(0, depth)).in(layer.root()).orElseThrow();
  }

  private Optional<TextEdit> write(LayerValues target, EntryText text) {
    Optional<Value> there = path.in(target.root());
    if (there.isPresent()) {
      boolean isSimple =
          text.isOneLine()
              && there.get() instanceof ScalarValue scalar
              && !scalar.origin().location().file().text(scalar.origin().span()).contains("\n");
      return isSimple && OverrideWalk.isWrittenIn(target.root(), there.get())
          ? Optional.of(new TextEdit(there.get().origin().location(), text.value()))
          : Optional.empty();
    }
    List<String> keys = path.steps().stream().map(step -> ((ValuePath.Key) step).name()).toList();
    MapValue deepest = target.root();
    int depth = 0;
    while (depth < keys.size() - 1 && deepest.entries().containsKey(keys.get(depth))) {
      if (!(deepest.entries().get(keys.get(depth)) instanceof MapValue deeper)
          || !OverrideWalk.isWrittenIn(deepest, deeper)) {
        return Optional.empty();
      }
      deepest = deeper;
      depth++;
    }
    Origin map = deepest.origin();
    boolean isFlow = !map.span().isEmpty() && map.layer().file().text(map.span()).startsWith("{");
    if (isFlow) {
      return text.isOneLine()
          ? Optional.of(KeyInsertion.edit(map, keys.subList(depth, keys.size()), text.value()))
          : Optional.empty();
    }
    return Optional.of(KeyInsertion.edit(map, keys.subList(depth, keys.size() - 1), text.lines()));
  }

  /** The other files of the releases that read this one, weakest first. */
  private List<LayerValues> others() {
    Map<SourceFile, LayerValues> others = new LinkedHashMap<>();
    for (ReleaseInstance release : users(own)) {
      for (LayerValues layer : files(release)) {
        if (!layer.layer().file().equals(own.layer().file())
            && !Secrets.isEncrypted(layer.root())) {
          others.putIfAbsent(layer.layer().file(), layer);
        }
      }
    }
    return List.copyOf(others.values());
  }

  private List<ReleaseInstance> users(LayerValues layer) {
    return releases.stream().filter(release -> rank(release, layer) >= 0).toList();
  }

  private static boolean isBelow(ReleaseInstance release, LayerValues lower, LayerValues upper) {
    int rank = rank(release, lower);
    return rank >= 0 && rank < rank(release, upper);
  }

  private static int rank(ReleaseInstance release, LayerValues layer) {
    List<LayerValues> files = files(release);
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).layer().file().equals(layer.layer().file())) {
        return i;
      }
    }
    return -1;
  }

  /** The files of a release that a person can edit, weakest first: the chart's own, the layers. */
  private static List<LayerValues> files(ReleaseInstance release) {
    List<LayerValues> files = new ArrayList<>();
    release.chartDefaults().stream()
        .filter(each -> each.scope().isEmpty())
        .map(ReleaseInstance.ScopedLayer::values)
        .filter(LayerMoves::isEditable)
        .forEach(files::add);
    release.layers().stream().filter(LayerMoves::isEditable).forEach(files::add);
    return files;
  }

  private static boolean isEditable(LayerValues layer) {
    return layer.yaml().isPresent()
        && layer.layer().kind() != Layer.Kind.SET_FILE
        && layer.layer().isEditable()
        && Edits.isWritable(layer.layer().file());
  }

  private static Optional<Value> written(LayerValues layer, ValuePath path) {
    Value at = layer.root();
    for (ValuePath.Step step : path.steps()) {
      if (!(at instanceof MapValue map)
          || !(step instanceof ValuePath.Key(String name))
          || !map.entries().containsKey(name)
          || !OverrideWalk.isWrittenIn(map, map.entries().get(name))) {
        return Optional.empty();
      }
      at = map.entries().get(name);
    }
    return Optional.of(at);
  }

  private boolean isSame(Value other) {
    return Content.of(other).equals(Content.of(value));
  }

  private static Optional<Content> content(Optional<Value> value) {
    return value.map(Content::of);
  }

  private static void leaves(Value value, ValuePath path, List<ValuePath> leaves) {
    if (value instanceof MapValue map && !map.entries().isEmpty()) {
      map.entries().forEach((key, inner) -> leaves(inner, path.key(key), leaves));
    } else {
      leaves.add(path);
    }
  }

  /** What a release has at a leaf, as the strongest layer says it. */
  private Optional<Value> winner(ReleaseInstance release, ValuePath leaf, @Nullable Move move) {
    for (LayerValues layer : release.layers().reversed()) {
      Optional<Value> said = said(layer, leaf, leaf, move);
      if (said.isPresent()) {
        return said;
      }
    }
    for (ReleaseInstance.ScopedLayer layer : release.chartDefaults()) {
      Optional<Value> said =
          Layers.below(ValuePath.ofScope(layer.scope()), leaf)
              .flatMap(rest -> said(layer.values(), rest, leaf, move));
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  private Optional<Value> said(
      LayerValues layer, ValuePath inLayer, ValuePath leaf, @Nullable Move move) {
    SourceFile file = layer.layer().file();
    if (move != null && file.equals(move.target().layer().file())) {
      return leaf.in(own.root());
    }
    return move != null && move.from().contains(file) ? Optional.empty() : inLayer.in(layer.root());
  }
}
