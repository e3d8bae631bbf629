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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code helm template} that say values, with Helm's names and meanings. */
final class LayerOptions {

  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "Only this environment; may be repeated.")
  private List<String> environments;

  @Option(
      names = {"-f", "--values"},
      paramLabel = "FILE",
      description =
          "Add a values file behind those of the release; may be repeated. Without a release: a"
              + " helmfile, instead of those of the workspace.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set values: a.b=1,c[0]=x,d={p,q},e=null; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--set-string", paramLabel = "KEY=VALUE", description = "Set texts.")
  private List<String> setString = new ArrayList<>();

  @Option(names = "--set-json", paramLabel = "KEY=JSON", description = "Set JSON values.")
  private List<String> setJson = new ArrayList<>();

  @Option(names = "--set-file", paramLabel = "KEY=FILE", description = "Set the text of a file.")
  private List<String> setFile = new ArrayList<>();

  @Option(
      names = "--set-literal",
      paramLabel = "KEY=TEXT",
      description = "Set one text as it stands, commas and braces included.")
  private List<String> setLiteral = new ArrayList<>();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "The namespace instead of the project's.")
  private @Nullable String namespace;

  @Option(
      names = "--helm-version",
      paramLabel = "X.Y[.Z]",
      description =
          "The Helm to model, such as 3.22 or 4.3. Default: the project's, or the newest.")
  private @Nullable String helmVersion;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Judge every environment as development, staging or production.")
  private @Nullable String profile;

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "LABELS",
      description =
          "Only releases of a helmfile with these labels: k=v,k!=v; any of several may match.")
  private List<String> selectors = new ArrayList<>();

  @Option(
      names = "--state-values-file",
      paramLabel = "FILE",
      description = "Add state values for helmfiles; relative to the workspace.")
  private List<String> stateValuesFiles = new ArrayList<>();

  @Option(
      names = "--state-values-set",
      paramLabel = "KEY=VALUE",
      description = "Set state values for helmfiles.")
  private List<String> stateValuesSet = new ArrayList<>();

  @Mixin private AllowOption allow;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "Environment variables for helmfiles, NAME=VALUE a line.")
  private @Nullable String envFile;

  private final List<String> helmfiles = new ArrayList<>();

  LayerOptions() {
    this(List.of(), new AllowOption());
  }

  private LayerOptions(List<String> environments, AllowOption allow) {
    this.environments = new ArrayList<>(environments);
    this.allow = allow;
  }

  /** The options of a command that adds no values. */
  static LayerOptions of(List<String> environments, AllowOption allow) {
    return new LayerOptions(environments, allow);
  }

  /** Takes {@code -f} for helmfiles, as helmfile itself does, where values make no sense. */
  void takeFilesForHelmfiles() {
    helmfiles.addAll(files);
    files.clear();
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
