package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Setting;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.index.Estate;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.schema.KeyInsertion;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the layers of an estate in which a fix could be made. */
public final class LayerOffers {

  private final Estate estate;
  private @Nullable SettingReaders readers;

  public LayerOffers(Estate estate) {
    this.estate = estate;
  }

  private SettingReaders readers() {
    SettingReaders known = readers;
    if (known == null) {
      known = new SettingReaders(estate);
      readers = known;
    }
    return known;
  }

  /** The diagnostic with fixes in the layers where they belong. */
  Diagnostic choose(Diagnostic diagnostic) {
    if (diagnostic.fixes().stream().allMatch(fix -> fix.setting().isEmpty())) {
      return diagnostic;
    }
    List<Fix> fixes = new ArrayList<>();
    for (Fix fix : diagnostic.fixes()) {
      of(fix).choose(Set.copyOf(diagnostic.affects())).stream()
          .map(chosen ->
              new Fix(chosen.title(), chosen.applicability(), chosen.edits(), fix.setting()))
          .forEach(fixes::add);
    }
    return diagnostic.withFixes(fixes);
  }

  /** What can be chosen from for a fix as its rule made it. */
  public LayerOffer<TextEdit> of(Fix fix) {
    Optional<Setting> setting = fix.setting();
    if (setting.isEmpty()) {
      return LayerOffer.inPlace(fix);
    }
    return new LayerOffer<>(
        fix.title(),
        fix.applicability(),
        fix.edits(),
        fix.edits().stream().allMatch(edit -> isEditable(edit.location().file())),
        readers().of(setting.get()).stream()
            .map(reader ->
                new LayerOffer.Reader<>(
                    reader.release().cell(), () -> places(setting.get(), reader)))
            .toList());
  }

  private static boolean isEditable(SourceFile file) {
    return new Layer(Layer.Kind.VALUES_FILE, file).isEditable() && !file.path().startsWith("--");
  }

  private List<LayerOffer.Place<TextEdit>> places(Setting setting, SettingReaders.Reader reader) {
    List<String> keys = new ArrayList<>();
    for (ValuePath.Step step : reader.path().steps()) {
      if (!(step instanceof ValuePath.Key(String name))) {
        // A list is replaced as a whole.
        return List.of();
      }
      keys.add(name);
    }
    keys.addAll(setting.keys());
    List<LayerOffer.Place<TextEdit>> places = new ArrayList<>();
    for (LayerValues layer : strongerThan(setting.place().file(), reader.release().layers())) {
      if (isWritten(layer)) {
        place(layer, keys, setting.yaml()).ifPresent(places::add);
      }
    }
    return places;
  }

  /** The setting in a layer; empty if the layer has a value there. */
  private Optional<LayerOffer.Place<TextEdit>> place(
      LayerValues layer, List<String> keys, String yaml) {
    MapValue deepest = layer.root();
    int depth = 0;
    while (depth < keys.size() - 1
        && deepest.entries().get(keys.get(depth)) instanceof MapValue deeper) {
      deepest = deeper;
      depth++;
    }
    if (deepest.entries().containsKey(keys.get(depth))) {
      return Optional.empty();
    }
    SourceFile file = layer.layer().file();
    return Optional.of(
        new LayerOffer.Place<>(
            file.path(),
            KeyInsertion.edit(deepest.origin(), keys.subList(depth, keys.size()), yaml),
            depth,
            readers().of(file)));
  }

  private static List<LayerValues> strongerThan(SourceFile file, List<LayerValues> layers) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).layer().file().equals(file)) {
        return layers.subList(i + 1, layers.size());
      }
    }
    return layers;
  }

  /** Whether a layer is a file that people write, and can be read by them. */
  private static boolean isWritten(LayerValues layer) {
    return layer.layer().kind() == Layer.Kind.VALUES_FILE
        && layer.yaml().isPresent()
        && isEditable(layer.layer().file())
        && !Secrets.isEncrypted(layer.yaml().get());
  }
}
