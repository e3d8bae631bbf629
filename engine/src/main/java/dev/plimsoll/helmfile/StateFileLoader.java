package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads one state file for one environment ({@code desired_state_file_loader.go}, {@code
 * create.go}): parts, their templates, bases and values.
 */
final class StateFileLoader {

  private static final String DEFAULT = "default";
  private static final String SEPARATOR = "\n---\n";
  private static final int MAX_PARTS = 1_000;

  private final Workbench bench;
  private final String environmentName;
  private final Map<String, Located<String>> knownEnvironments;

  /**
   * @param knownEnvironments takes every environment that a part names
   */
  StateFileLoader(
      Workbench bench, String environmentName, Map<String, Located<String>> knownEnvironments) {
    this.bench = bench;
    this.environmentName = environmentName;
    this.knownEnvironments = knownEnvironments;
  }

  /**
   * Loads a file.
   *
   * @param inherited what a parent lets through; null for nothing
   * @param overriding values of a parent or of the command line; null for none
   */
  StateFile load(
      SourceFile file, @Nullable StateEnvironment inherited, @Nullable StateEnvironment overriding)
      throws StateFailure {
    String folder = StatePaths.folder(file.path());
    return load(file, folder, inherited, overriding, true);
  }

  private StateFile load(
      SourceFile file,
      String folder,
      @Nullable StateEnvironment inherited,
      @Nullable StateEnvironment overriding,
      boolean evaluatesBases)
      throws StateFailure {
    String text = file.text().replace("\r\n", "\n");
    int[] removed = StateText.carriageReturns(file.text());
    PartPolicy.check(file, text, removed, bench.notes());
    boolean renders = file.path().endsWith(".gotmpl");
    StateEnvironment environment = inherited;
    StateFile loaded = null;
    List<MapValue> parts = new ArrayList<>();
    int start = 0;
    while (start >= 0 && parts.size() < MAX_PARTS) {
      int end = text.indexOf(SEPARATOR, start);
      String part = text.substring(start, end < 0 ? text.length() : end);
      Location place = file.at(new Span(start, start + part.length()));
      StateText written =
          StateText.part(file, bench.templates().source(place, part), start, removed);
      StateEnvironment context = merged(environment, overriding);
      StateText content = renders ? render(written, folder, context) : written;
      StateFile current = part(file, folder, content, context, evaluatesBases);
      parts.add(current.spec());
      loaded = loaded == null ? current : joined(loaded, current);
      environment = loaded.environment();
      checkDefined(loaded, evaluatesBases);
      start = end < 0 ? -1 : end + SEPARATOR.length();
    }
    if (loaded == null) {
      throw StateFailure.reported();
    }
    checkSomethingDefined(loaded, evaluatesBases, inherited != null || overriding != null);
    return new StateFile(file, folder, loaded.spec(), loaded.environment(), loaded.values(), parts);
  }

  private static @Nullable StateEnvironment merged(
      @Nullable StateEnvironment environment, @Nullable StateEnvironment overriding) {
    if (environment == null || overriding == null) {
      return environment == null ? overriding : environment;
    }
    return environment.under(overriding);
  }

  private StateText render(StateText part, String folder, @Nullable StateEnvironment context)
      throws StateFailure {
    StateEnvironment seen = context == null ? StateEnvironment.named(environmentName) : context;
    return bench
        .templates()
        .render(part, folder, TemplateData.ofState(seen, seen.merged(), ""), bench);
  }

  private StateFile part(
      SourceFile file,
      String folder,
      StateText content,
      @Nullable StateEnvironment context,
      boolean evaluatesBases)
      throws StateFailure {
    MapValue spec = parse(file, content);
    Nodes.mapAt(spec, "environments")
        .entries()
        .forEach((name, value) ->
            knownEnvironments.putIfAbsent(name, new Located<>(name, value.origin().keyLocation())));
    List<Located<String>> bases = Nodes.texts(spec, "bases");
    if (!bases.isEmpty() && !evaluatesBases) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              bases.getFirst().location(),
              "A base may not have `bases` of its own, so helmfile stops.");
    }
    for (Located<String> base : bases.reversed()) {
      spec = Bases.merge(base(base, folder, context).spec(), spec);
    }
    StateEnvironment environment = environment(spec, folder, context);
    return new StateFile(file, folder, spec, environment, environment.merged(), List.of());
  }

  private StateFile base(Located<String> base, String folder, @Nullable StateEnvironment context)
      throws StateFailure {
    if (StatePaths.isRemote(base.value())) {
      bench
          .notes()
          .notChecked(
              base.location(),
              "The base `" + base.value() + "` was not fetched; nothing is downloaded.");
      throw StateFailure.reported();
    }
    String path = StatePaths.join(folder, base.value());
    if (bench.files().kind(path) != dev.plimsoll.source.FileTree.Kind.FILE) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              base.location(),
              "There is no base `" + base.value() + "`, so helmfile stops.");
    }
    SourceFile file = bench.read(path, base.location());
    if (file == null) {
      throw StateFailure.reported();
    }
    // A base's paths start from the folder of the file that names it.
    return load(file, folder, context, null, false);
  }

  private MapValue parse(SourceFile file, StateText text) throws StateFailure {
    YamlFile yaml = bench.parse(text);
    Optional<YamlProblem> problem = YamlTexts.refused(yaml);
    if (problem.isPresent()) {
      throw Unreadable.report(file, text, problem.get(), bench);
    }
    MapValue spec = Nodes.map(Map.of(), Nodes.origin(text.locate(Span.at(0))));
    List<Diagnostic> found = new ArrayList<>();
    StateReader reader = new StateReader(text, found::add);
    for (YamlDocument document : yaml.documents()) {
      if (document.root() == null || StateReader.isNull(document.root())) {
        continue;
      }
      Value read = reader.read(document.root(), Shapes.STATE, "");
      if (read instanceof MapValue map) {
        spec = Mergo.APPEND.merge(spec, map, Shapes.STATE);
      }
    }
    if (reader.hasFailed()) {
      // Actions that were not run explain everything else.
      if (!Unreadable.hint(file, text, bench.notes())) {
        found.forEach(bench.notes()::report);
      }
      throw StateFailure.reported();
    }
    return spec;
  }

  private StateFile joined(StateFile first, StateFile later) {
    MapValue spec = Mergo.OVERRIDE.merge(first.spec(), later.spec(), Shapes.STATE);
    StateEnvironment now = later.environment();
    StateEnvironment environment =
        new StateEnvironment(
            now.name(),
            now.kubeContext().or(first.environment()::kubeContext),
            now.values(),
            now.defaults(),
            now.overrides());
    return new StateFile(
        first.file(), first.folder(), spec, environment, later.values(), List.of());
  }

  private StateEnvironment environment(
      MapValue spec, String folder, @Nullable StateEnvironment context) throws StateFailure {
    StateEnvironment seen = context == null ? StateEnvironment.named(environmentName) : context;
    EnvironmentValues loader = new EnvironmentValues(bench, folder);
    MapValue values = Nodes.EMPTY;
    Optional<Located<String>> kubeContext = Optional.empty();
    if (Nodes.mapAt(spec, "environments").entries().get(environmentName) instanceof MapValue own) {
      checkStrategy(own);
      String handler = Nodes.string(own, "missingFileHandler");
      String secretsHandler =
          handler.isEmpty() ? Nodes.string(spec, "missingFileHandler") : handler;
      MapValue secrets = loader.secrets(Nodes.items(own, "secrets"), secretsHandler);
      values =
          loader.load(
              Nodes.items(own, "values"), handler, seen, Nodes.string(own, "mergeStrategy"));
      values = Mergo.OVERRIDE.merge(values, secrets, Shapes.VALUES);
      kubeContext = Nodes.textAt(own, "kubeContext");
    }
    MapValue defaults = loader.load(Nodes.items(spec, "values"), "", seen, "");
    MapValue before = context == null ? Nodes.EMPTY : context.defaults();
    return new StateEnvironment(
        seen.name().isEmpty() ? environmentName : seen.name(),
        seen.kubeContext().isPresent() ? seen.kubeContext() : kubeContext,
        context == null ? values : ValueMaps.merge(context.values(), values),
        Mergo.OVERRIDE.merge(before, defaults, Shapes.VALUES),
        seen.overrides());
  }

  private void checkStrategy(MapValue own) throws StateFailure {
    Optional<Located<String>> strategy = Nodes.textAt(own, "mergeStrategy");
    if (strategy.isPresent() && !List.of("override", "fallback").contains(strategy.get().value())) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              strategy.get().location(),
              "`mergeStrategy` is override or fallback, so helmfile stops.");
    }
  }

  private void checkDefined(StateFile loaded, boolean evaluatesBases) throws StateFailure {
    Map<String, Value> defined = Nodes.mapAt(loaded.spec(), "environments").entries();
    if (evaluatesBases
        && !defined.isEmpty()
        && !loaded.environment().name().equals(DEFAULT)
        && !defined.containsKey(loaded.environment().name())) {
      throw StateFailure.undefinedEnvironment(loaded.environment().name());
    }
  }

  private static void checkSomethingDefined(
      StateFile loaded, boolean evaluatesBases, boolean hasParent) throws StateFailure {
    if (evaluatesBases
        && !hasParent
        && Nodes.mapAt(loaded.spec(), "environments").entries().isEmpty()
        && !loaded.environment().name().equals(DEFAULT)) {
      throw StateFailure.undefinedEnvironment(loaded.environment().name());
    }
  }

  /** The place that names the first item of a list, for those who report about a whole list. */
  static Location place(ListValue list) {
    return list.items().isEmpty()
        ? list.origin().location()
        : list.items().getFirst().origin().location();
  }

  /** Whether an item is a text. */
  static boolean isText(Value value) {
    return value instanceof ScalarValue(GoScalar.Text _, _, _);
  }

  /** Merges bases, which is joining lists and environments. */
  private static final class Bases {

    static MapValue merge(MapValue base, MapValue later) {
      MapValue environments =
          environments(Nodes.mapAt(base, "environments"), Nodes.mapAt(later, "environments"));
      MapValue merged =
          Mergo.APPEND.merge(
              Nodes.with(base, "environments", null),
              Nodes.with(later, "environments", null),
              Shapes.STATE);
      return environments.entries().isEmpty()
          ? merged
          : Nodes.with(merged, "environments", environments);
    }

    private static MapValue environments(MapValue base, MapValue later) {
      Map<String, Value> merged = new LinkedHashMap<>(base.entries());
      later
          .entries()
          .forEach((name, value) ->
              merged.put(
                  name,
                  merged.get(name) instanceof MapValue first && value instanceof MapValue second
                      ? environment(first, second)
                      : value));
      return Nodes.map(merged, later.entries().isEmpty() ? base.origin() : later.origin());
    }

    private static MapValue environment(MapValue first, MapValue second) {
      MapValue merged = Mergo.OVERRIDE.merge(first, second, Shapes.ENVIRONMENT);
      boolean isFallback = Nodes.string(merged, "mergeStrategy").equals("fallback");
      List<Value> values = new ArrayList<>(Nodes.items(isFallback ? second : first, "values"));
      values.addAll(Nodes.items(isFallback ? first : second, "values"));
      List<Value> secrets = new ArrayList<>(Nodes.items(first, "secrets"));
      secrets.addAll(Nodes.items(second, "secrets"));
      merged = Nodes.with(merged, "values", Nodes.list(values, second.origin()));
      return Nodes.with(merged, "secrets", Nodes.list(secrets, second.origin()));
    }
  }
}
