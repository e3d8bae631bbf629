package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.LoadOptions;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.SecretsUri;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of {@code helm template} that say values, with Helm's names and meanings. */
final class LayerOptions implements OptionGroup {

  private final AllowOption allow;
  private List<String> environments;
  private List<String> files = List.of();
  private List<String> set = List.of();
  private List<String> setString = List.of();
  private List<String> setJson = List.of();
  private List<String> setFile = List.of();
  private List<String> setLiteral = List.of();
  private @Nullable String namespace;
  private @Nullable String helmVersion;
  private @Nullable String profile;
  private List<String> selectors = List.of();
  private List<String> stateValuesFiles = List.of();
  private List<String> stateValuesSet = List.of();
  private @Nullable String envFile;
  private List<String> helmfiles = List.of();

  LayerOptions() {
    this(List.of(), new AllowOption());
  }

  private LayerOptions(List<String> environments, AllowOption allow) {
    this.environments = environments;
    this.allow = allow;
  }

  /** The options of a command that adds no values. */
  static LayerOptions of(List<String> environments, AllowOption allow) {
    return new LayerOptions(environments, allow);
  }

  @Override
  public void declare(Options options) {
    options.with(this::declareValues, this::declareModel, this::declareHelmfiles);
  }

  private void declareValues(Options options) {
    options
        .texts(
            "-e, --environment=ENV",
            "Only this environment; may be repeated.",
            values -> environments = values)
        .texts(
            "-f, --values=FILE",
            "Add a values file behind those of the release; may be repeated. Without a release: a"
                + " helmfile, instead of those of the workspace.",
            values -> files = values)
        .texts(
            "--set=KEY=VALUE",
            "Set values: a.b=1,c[0]=x,d={p,q},e=null; may be repeated.",
            values -> set = values)
        .texts("--set-string=KEY=VALUE", "Set texts.", values -> setString = values)
        .texts("--set-json=KEY=JSON", "Set JSON values.", values -> setJson = values)
        .texts("--set-file=KEY=FILE", "Set the text of a file.", values -> setFile = values)
        .texts(
            "--set-literal=KEY=TEXT",
            "Set one text as it stands, commas and braces included.",
            values -> setLiteral = values);
  }

  private void declareModel(Options options) {
    options
        .text(
            "-n, --namespace=NAME",
            "The namespace instead of the project's.",
            value -> namespace = value)
        .text(
            "--helm-version=X.Y[.Z]",
            "The Helm to model, such as 3.22 or 4.3. Default: the project's, or the newest.",
            value -> helmVersion = value)
        .text(
            "--profile=PROFILE",
            "Judge every environment as development, staging or production.",
            value -> profile = value);
  }

  private void declareHelmfiles(Options options) {
    options
        .texts(
            "-l, --selector=LABELS",
            "Only releases of a helmfile with these labels: k=v,k!=v; any of several may match.",
            values -> selectors = values)
        .texts(
            "--state-values-file=FILE",
            "Add state values for helmfiles; relative to the workspace.",
            values -> stateValuesFiles = values)
        .texts(
            "--state-values-set=KEY=VALUE",
            "Set state values for helmfiles.",
            values -> stateValuesSet = values)
        .with(allow)
        .text(
            "--env-file=FILE",
            "Environment variables for helmfiles, NAME=VALUE a line.",
            value -> envFile = value);
  }

  /** Takes {@code -f} for helmfiles, as helmfile itself does, where values make no sense. */
  void takeFilesForHelmfiles() {
    helmfiles = files;
    files = List.of();
  }

  List<String> environments() {
    return List.copyOf(environments);
  }

  /**
   * What was asked for, with every file read.
   *
   * @param root of the workspace, which the paths of files are relative to
   */
  AnalysisOptions analysisOptions(Console console, Path root) {
    return analysisOptions(console, root, environments);
  }

  /** The same for other environments than those that were named. */
  AnalysisOptions analysisOptions(Console console, Path root, List<String> wanted) {
    return new AnalysisOptions(
        wanted,
        layers(console, root),
        helm(),
        profile(),
        Optional.ofNullable(namespace),
        new HelmfileRequest(
            allowances(console).permissions(console, root, envFile),
            new LoadOptions(selectors, stateValuesFiles, stateValuesSet),
            helmfiles.stream().map(file -> inside(console, root, file)).toList(),
            wanted));
  }

  /** What the person permits. */
  Allowances allowances(Console console) {
    return allow.allowances(console);
  }

  private static String inside(Console console, Path root, String file) {
    Path path = console.directory().resolve(file).normalize();
    if (!Files.exists(path)) {
      throw new UsageError("There is no helmfile `" + file + "`.");
    }
    if (!path.startsWith(root)) {
      throw new UsageError(
          "The helmfile `" + file + "` is not in the workspace `" + root + "`; choose it with -C.");
    }
    return root.relativize(path).toString().replace('\\', '/');
  }

  private List<Layer> layers(Console console, Path root) {
    List<Layer> layers = new ArrayList<>();
    for (String file : files) {
      SourceFile values = read(console, root, SecretsUri.plain(file));
      layers.add(new Layer(Layer.Kind.VALUES_FILE, values));
    }
    addArguments(layers, Layer.Kind.SET_JSON, setJson);
    addArguments(layers, Layer.Kind.SET, set);
    addArguments(layers, Layer.Kind.SET_STRING, setString);
    addArguments(layers, Layer.Kind.SET_FILE, setFile);
    addArguments(layers, Layer.Kind.SET_LITERAL, setLiteral);
    return layers;
  }

  private static void addArguments(List<Layer> layers, Layer.Kind kind, List<String> arguments) {
    for (String argument : arguments) {
      layers.add(new Layer(kind, new SourceFile(kind.option(), argument)));
    }
  }

  private static SourceFile read(Console console, Path root, String file) {
    FileContent content = Workplace.readNamed(console, root, file);
    return switch (content) {
      case FileContent.Text text -> text.file();
      case FileContent.Binary binary ->
          throw new UsageError("The values file `" + file + "` is no UTF-8 text.");
      case FileContent.Missing missing ->
          throw new UsageError("There is no values file `" + file + "`.");
      case FileContent.Refused refused ->
          throw new UsageError(
              "The values file `" + file + "` cannot be read: " + refused.reason());
    };
  }

  /** The Helm that was asked for. */
  Optional<HelmVersion> helm() {
    if (helmVersion == null) {
      return Optional.empty();
    }
    Optional<HelmVersion> parsed = HelmVersion.parse(helmVersion);
    if (parsed.isEmpty()) {
      throw new UsageError(
          "`--helm-version "
              + helmVersion
              + "` is no version of Helm 3 or later; write 3.22 or 4.3.1.");
    }
    return parsed;
  }

  private Optional<Profile> profile() {
    if (profile == null) {
      return Optional.empty();
    }
    Optional<Profile> parsed = Profile.parse(profile);
    if (parsed.isEmpty()) {
      throw new UsageError(
          "`--profile " + profile + "` is unknown; it is development, staging or production.");
    }
    return parsed;
  }
}
