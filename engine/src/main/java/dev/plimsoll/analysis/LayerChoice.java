package dev.plimsoll.analysis;

import dev.plimsoll.analysis.SettingReaders.Reader;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the layer in which a fix sets a value. The layer that decides is right where everybody
 * who gets the value from it has the diagnostic. Where it also decides for others, such as the
 * defaults of a chart for an environment in which a rule is off, the files of those that have the
 * diagnostic come first, and the shared layer is offered with a word about whom it changes.
 */
final class LayerChoice {

  private final Estate estate;
  private @Nullable SettingReaders readers;

  LayerChoice(Estate estate) {
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
      fixes.addAll(
          fix.setting()
              .map(setting -> choose(fix, setting, Set.copyOf(diagnostic.affects())))
              .orElse(List.of(fix)));
    }
    return diagnostic.withFixes(fixes);
  }

  private List<Fix> choose(Fix fix, Setting setting, Set<Affected> affected) {
    List<Reader> mine = new ArrayList<>();
    Set<Affected> others = new LinkedHashSet<>();
    for (Reader reader : readers().of(setting)) {
      if (affected.contains(reader.release().cell())) {
        mine.add(reader);
      } else {
        others.add(reader.release().cell());
      }
    }
    boolean canEdit = fix.edits().stream().allMatch(edit -> isEditable(edit.location().file()));
    List<Fix> fixes = new ArrayList<>();
    if (!others.isEmpty() || !canEdit) {
      own(fix, setting, mine, affected, others).ifPresent(fixes::add);
    }
    if (canEdit) {
      fixes.add(others.isEmpty() ? fix : shared(fix, Others.of(affected, others)));
    }
    return fixes;
  }

  private static boolean isEditable(SourceFile file) {
    return new Layer(Layer.Kind.VALUES_FILE, file).isEditable() && !file.path().startsWith("--");
  }

  /** The same in the layer that others read too. */
  private static Fix shared(Fix fix, String others) {
    Applicability applicability =
        fix.applicability() == Applicability.SAFE ? Applicability.UNSAFE : fix.applicability();
    return new Fix(fix.title() + ", also for " + others, applicability, fix.edits(), fix.setting());
  }

  /** The same in files that nobody else reads; empty if one of the releases has none. */
  private Optional<Fix> own(
      Fix fix, Setting setting, List<Reader> mine, Set<Affected> affected, Set<Affected> others) {
    Map<SourceFile, TextEdit> edits = new LinkedHashMap<>();
    for (Reader reader : mine) {
      Optional<TextEdit> edit = ownEdit(setting, reader, affected);
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.putIfAbsent(edit.get().location().file(), edit.get());
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix(
                fix.title() + Others.only(affected, others),
                fix.applicability(),
                List.copyOf(edits.values()),
                fix.setting()));
  }

  /**
   * The setting in the file that has most of the way to it already; of several the weakest, which
   * is where a release says what is no secret.
   */
  private Optional<TextEdit> ownEdit(Setting setting, Reader reader, Set<Affected> affected) {
    List<String> keys = new ArrayList<>();
    for (ValuePath.Step step : reader.path().steps()) {
      if (!(step instanceof ValuePath.Key(String name))) {
        // A list is replaced as a whole.
        return Optional.empty();
      }
      keys.add(name);
    }
    keys.addAll(setting.keys());
    Optional<TextEdit> best = Optional.empty();
    int most = -1;
    for (LayerValues layer : strongerThan(setting.place().file(), reader.release().layers())) {
      MapValue deepest = layer.root();
      int depth = 0;
      while (depth < keys.size() - 1
          && deepest.entries().get(keys.get(depth)) instanceof MapValue deeper) {
        deepest = deeper;
        depth++;
      }
      boolean isFree = !deepest.entries().containsKey(keys.get(depth));
      if (depth > most && isFree && isOwn(layer, affected)) {
        most = depth;
        best =
            Optional.of(
                KeyInsertion.edit(
                    deepest.origin(), keys.subList(depth, keys.size()), setting.yaml()));
      }
    }
    return best;
  }

  private static List<LayerValues> strongerThan(SourceFile file, List<LayerValues> layers) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).layer().file().equals(file)) {
        return layers.subList(i + 1, layers.size());
      }
    }
    return layers;
  }

  /** Whether a layer is a file that people write, and nobody reads whom a change would surprise. */
  private boolean isOwn(LayerValues layer, Set<Affected> affected) {
    return layer.layer().kind() == Layer.Kind.VALUES_FILE
        && layer.yaml().isPresent()
        && isEditable(layer.layer().file())
        && !Secrets.isEncrypted(layer.yaml().get())
        && affected.containsAll(readers().of(layer.layer().file()));
  }

  /** Names cells by what tells them from others. */
  private static final class Others {

    /** A longer list hides what a fix does. */
    private static final int MAX_NAMED = 4;

    static String of(Set<Affected> affected, Set<Affected> others) {
      return listed(areOtherEnvironments(affected, others), others);
    }

    /** {@code , for dev and prod alone}; nothing where there are no others. */
    static String only(Set<Affected> affected, Set<Affected> others) {
      return others.isEmpty()
          ? ""
          : ", for " + listed(areOtherEnvironments(affected, others), affected) + " alone";
    }

    private static boolean areOtherEnvironments(Set<Affected> affected, Set<Affected> others) {
      return Collections.disjoint(
          names(others, Affected::environment), names(affected, Affected::environment));
    }

    private static String listed(boolean byEnvironment, Set<Affected> cells) {
      List<String> names =
          List.copyOf(names(cells, byEnvironment ? Affected::environment : Affected::release));
      int last = names.size() - 1;
      if (names.size() > MAX_NAMED) {
        return "%d %s".formatted(names.size(), byEnvironment ? "environments" : "releases");
      }
      return last == 0
          ? names.getFirst()
          : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Set<String> names(Set<Affected> cells, Function<Affected, String> name) {
      return cells.stream().sorted().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
