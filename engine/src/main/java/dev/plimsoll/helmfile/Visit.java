package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks a helmfile and its sub-helmfiles for one environment ({@code visitStatesWithContext}). */
final class Visit {

  private static final int MAX_DEPTH = 50;
  private static final int MAX_FILES = 10_000;

  private final Workbench bench;
  private final String environment;
  private final LoadOptions options;
  private final Map<String, Located<String>> known = new LinkedHashMap<>();
  private final List<StateFile> states = new ArrayList<>();
  private final List<HelmfileRelease> releases = new ArrayList<>();
  private boolean isComplete = true;
  private int visited;

  /**
   * What a state file is loaded with.
   *
   * @param overriding values of the parent or the command line
   * @param inherited what the parent lets through
   */
  private record Context(
      List<String> selectors,
      @Nullable StateEnvironment overriding,
      @Nullable Inherited inherited,
      int depth) {}

  Visit(Workbench bench, String environment, LoadOptions options) {
    this.bench = bench;
    this.environment = environment;
    this.options = options;
  }

  LoadedEnvironment start(String path) {
    SourceFile root = new SourceFile(path, "");
    try {
      Context context = new Context(options.selectors(), commandLine(), null, 0);
      files(path, root.start(), context);
    } catch (StateFailure e) {
      isComplete = false;
    }
    return new LoadedEnvironment(
        environment,
        states,
        releases,
        known,
        bench.notes().diagnostics(),
        bench.notes().notChecked(),
        isComplete);
  }

  private @Nullable StateEnvironment commandLine() throws StateFailure {
    if (options.stateValuesFiles().isEmpty() && options.stateValuesSet().isEmpty()) {
      return null;
    }
    List<Value> entries = new ArrayList<>();
    for (String file : options.stateValuesFiles()) {
      SourceFile argument = new SourceFile("--state-values-file", file);
      entries.add(Nodes.text(file, Nodes.origin(argument.at(new Span(0, file.length())))));
    }
    StateEnvironment none = StateEnvironment.named(environment);
    MapValue values = new EnvironmentValues(bench, "").load(entries, "", none, "");
    MapValue overrides = StateValuesSet.parse(options.stateValuesSet());
    return new StateEnvironment(environment, Optional.empty(), values, Nodes.EMPTY, overrides);
  }

  private void files(String path, Location place, Context context) {
    for (String file : Discovery.files(bench.files(), path)) {
      if (++visited > MAX_FILES) {
        return;
      }
      try {
        file(file, place, context);
      } catch (StateFailure e) {
        isComplete &= e.isUndefinedEnvironment();
      }
    }
  }

  private void file(String path, Location place, Context context) throws StateFailure {
    if (bench.files().kind(path) != FileTree.Kind.FILE) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              place,
              "There is no state file `" + path + "`, so helmfile stops.");
    }
    SourceFile source = bench.read(path, place);
    if (source == null) {
      throw StateFailure.reported();
    }
    Inherited inherited = context.inherited;
    StateFile state =
        new StateFileLoader(bench, environment, known)
            .load(source, inherited == null ? null : inherited.environment(), context.overriding);
    state = inherited == null ? state : inherited.into(state);
    nested(state, context);
    states.add(state);
    releases.addAll(new StateReleases(bench, state, context.selectors).resolve());
  }

  private void nested(StateFile state, Context context) throws StateFailure {
    for (Value item : Nodes.items(state.spec(), "helmfiles")) {
      if (item instanceof MapValue entry) {
        nested(state, entry, context);
      }
    }
  }

  private void nested(StateFile state, MapValue entry, Context context) throws StateFailure {
    Located<String> path = path(entry);
    List<String> own = texts(entry, "selectors");
    boolean saysSelectors = entry.entries().containsKey("selectors");
    boolean inheritsSelectors = Nodes.flag(entry, "selectorsInherited").orElse(false);
    if (inheritsSelectors && !own.isEmpty()) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              Nodes.keyPlace(entry, "selectorsInherited"),
              "`selectorsInherited` and `selectors` exclude each other, so helmfile stops.");
    }
    if (context.depth > MAX_DEPTH || (!inheritsSelectors && conflicts(own))) {
      return;
    }
    MapValue given =
        new EnvironmentValues(bench, state.folder())
            .load(Nodes.items(entry, "values"), "", StateEnvironment.named(environment), "");
    StateEnvironment overriding =
        Nodes.items(entry, "values").isEmpty()
            ? null
            : new StateEnvironment(environment, Optional.empty(), given, Nodes.EMPTY, Nodes.EMPTY);
    Inherited inherited =
        Nodes.texts(entry, "inherits").isEmpty() ? null : Inherited.of(state, entry, bench.notes());
    Context inner =
        new Context(
            !saysSelectors || inheritsSelectors ? context.selectors : own,
            overriding,
            inherited,
            context.depth + 1);
    for (String file : targets(state, path)) {
      files(file, path.location(), inner);
    }
  }

  private Located<String> path(MapValue entry) throws StateFailure {
    Optional<Located<String>> path = Nodes.textAt(entry, "path");
    if (path.isEmpty()) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              Nodes.start(entry),
              "This sub-helmfile has no `path`, so helmfile stops.");
    }
    return path.get();
  }

  private List<String> targets(StateFile state, Located<String> path) throws StateFailure {
    if (StatePaths.isRemote(path.value())) {
      bench
          .notes()
          .notChecked(
              path.location(),
              "The sub-helmfile `" + path.value() + "` was not fetched; nothing is downloaded.");
      return List.of();
    }
    List<String> found = StatePaths.expand(bench.files(), state.folder(), path.value());
    String handler = Nodes.string(state.spec(), "missingFileHandler");
    if (found.isEmpty() && (handler.isEmpty() || handler.equals("Error"))) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              path.location(),
              "Nothing matches the sub-helmfile `" + path.value() + "`, so helmfile stops.");
    }
    if (found.contains(state.file().path())) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              path.location(),
              "The helmfile leads to itself, so helmfile stops.");
    }
    return found;
  }

  private boolean conflicts(List<String> own) {
    if (own.isEmpty() || options.selectors().isEmpty()) {
      return false;
    }
    for (String one : options.selectors()) {
      for (String other : own) {
        Optional<Selector> a = Selector.parse(one);
        Optional<Selector> b = Selector.parse(other);
        if (a.isEmpty() || b.isEmpty() || a.get().isCompatible(b.get())) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> texts(MapValue entry, String key) {
    return Nodes.texts(entry, key).stream().map(Located::value).toList();
  }
}
