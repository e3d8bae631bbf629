package dev.plimsoll.rules.secrets;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ValuesFile;
import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.HelmfileLeaves;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files sops is meant to encrypt: because a helmfile decrypts them, by the creation rules of
 * {@code .sops.yaml}, or by their names.
 */
final class SopsDuty {

  /**
   * Files that nobody encrypts: a rule that matches them says which key to use and not what to
   * encrypt.
   */
  private static final List<String> NEVER_ENCRYPTED = List.of("values.yaml", "Chart.yaml");

  private static final String SECRETS = "secrets";

  private final List<YamlFile> configs;
  private final boolean isSopsUsed;

  /** Where a helmfile names a file among its secrets, by path. */
  private final Map<String, Location> decrypted;

  private SopsDuty(List<YamlFile> configs, boolean isSopsUsed, Map<String, Location> decrypted) {
    this.configs = configs;
    this.isSopsUsed = isSopsUsed;
    this.decrypted = decrypted;
  }

  /** The duty in an estate, found out once for all rules that share the shelf. */
  static SopsDuty of(EstateShelf shelf, Estate estate) {
    return shelf.derived(estate, SopsDuty.class, files -> of(estate, files));
  }

  private static SopsDuty of(Estate estate, List<EditableFile> files) {
    List<YamlFile> configs =
        estate.otherFiles().stream()
            .filter(file -> file.kind() == ValuesFile.Kind.SOPS_CONFIG)
            .map(ValuesFile::yaml)
            .toList();
    boolean isUsed =
        !configs.isEmpty() || files.stream().anyMatch(file -> Secrets.isEncrypted(file.yaml()));
    return new SopsDuty(configs, isUsed, decrypted(estate.helmfiles()));
  }

  private static Map<String, Location> decrypted(HelmfileEstate helmfiles) {
    Map<String, Location> decrypted = new HashMap<>();
    for (LoadedEnvironment environment : helmfiles.environments()) {
      for (HelmfileRelease release : environment.releases()) {
        String prefix =
            Spec.text(release.spec(), "valuesPathPrefix").map(Located::value).orElse("");
        add(release.folder(), prefix, Spec.texts(release.spec(), SECRETS), decrypted);
      }
      for (StateFile state : environment.states()) {
        MapValue said = Spec.map(Spec.map(state.spec(), "environments"), environment.name());
        add(state.folder(), "", Spec.texts(said, SECRETS), decrypted);
      }
    }
    return decrypted;
  }

  private static void add(
      String folder,
      String prefix,
      List<Located<String>> entries,
      Map<String, Location> decrypted) {
    for (Located<String> entry : entries) {
      String path = ProjectPaths.join(folder, prefix + entry.value());
      decrypted.putIfAbsent(ProjectPaths.normalised(path), entry.location());
    }
  }

  /**
   * Why a file should be encrypted.
   *
   * @param says what demands it, for the message
   * @param place where it does, if it is a place
   * @param there what stands there
   */
  record Neglect(String says, Optional<Location> place, String there) {}

  /** Whether a leaf stands in a file that helmfile decrypts, and of which nothing is encrypted. */
  boolean isNeglected(HelmfileLeaves.Leaf leaf) {
    return neglect(leaf.location().file()).isPresent();
  }

  /** Why helmfile fails to decrypt a file; empty if it does not try, or something is encrypted. */
  Optional<Neglect> neglect(SourceFile file) {
    return SopsFile.hasToken(file) ? Optional.empty() : byHelmfile(file);
  }

  private Optional<Neglect> byHelmfile(SourceFile file) {
    return Optional.ofNullable(decrypted.get(file.path()))
        .map(entry ->
            new Neglect(
                "`" + entry.file().path() + "`",
                Optional.of(entry),
                "It is named among the `secrets` here, and decrypting it fails."));
  }

  /** Why {@code file} should have been encrypted; empty if it is, or need not be. */
  Optional<Neglect> neglect(EditableFile file) {
    if (file.isTrial() || Secrets.isEncrypted(file.yaml())) {
      return Optional.empty();
    }
    return byHelmfile(file.source())
        .filter(_ -> hasSecret(file, new SopsFile(NO_SETTINGS)))
        .or(() -> byCreationRule(file))
        .or(() -> byName(file));
  }

  private Optional<Neglect> byCreationRule(EditableFile file) {
    String path = file.source().path();
    return nearestConfig(path)
        .flatMap(config -> creationRule(config, path))
        .filter(rule -> hasSecret(file, new SopsFile(rule.settings())))
        .map(rule ->
            new Neglect(
                "`" + rule.where().file().path() + "`",
                Optional.of(rule.where()),
                "This rule matches the file."));
  }

  /** Sops takes the first {@code .sops.yaml} on the way up. */
  private Optional<YamlFile> nearestConfig(String path) {
    Optional<YamlFile> nearest = Optional.empty();
    int depth = -1;
    for (YamlFile config : configs) {
      String folder = folder(config.source().path());
      if (path.startsWith(folder) && folder.length() > depth) {
        depth = folder.length();
        nearest = Optional.of(config);
      }
    }
    return nearest;
  }

  private record CreationRule(YamlMapping settings, Location where) {}

  private static Optional<CreationRule> creationRule(YamlFile config, String path) {
    String folder = folder(config.source().path());
    for (YamlMapping settings : creationRules(config)) {
      if (!(settings.get("path_regex").orElse(null) instanceof YamlScalar regex)) {
        // A rule without a path is for what is left.
        return Optional.empty();
      }
      if (matches(regex.text(), path.substring(folder.length()))) {
        boolean isForAll =
            NEVER_ENCRYPTED.stream()
                .anyMatch(
                    name -> matches(regex.text(), sibling(path, name).substring(folder.length())));
        return isForAll
            ? Optional.empty()
            : Optional.of(new CreationRule(settings, config.source().at(regex.span())));
      }
    }
    return Optional.empty();
  }

  private static List<YamlMapping> creationRules(YamlFile config) {
    List<YamlMapping> rules = new ArrayList<>();
    for (YamlDocument document : config.documents()) {
      if (document.root() instanceof YamlMapping root
          && root.get("creation_rules").orElse(null) instanceof YamlSequence items) {
        items.items().stream()
            .filter(YamlMapping.class::isInstance)
            .map(YamlMapping.class::cast)
            .forEach(rules::add);
      }
    }
    return rules;
  }

  private Optional<Neglect> byName(EditableFile file) {
    String name = file.source().path().substring(folder(file.source().path()).length());
    boolean isNamedEncrypted = hasWord(name, "enc") || hasWord(name, "sops");
    boolean isNamedSecret = isSopsUsed && hasWord(name, SECRETS);
    boolean isDefaults = file.role() == EditableFile.Role.CHART_DEFAULTS;
    if (isDefaults || !(isNamedEncrypted || isNamedSecret) || isReferringManifest(file)) {
      return Optional.empty();
    }
    return hasSecret(file, new SopsFile(NO_SETTINGS))
        ? Optional.of(new Neglect("its name", Optional.empty(), ""))
        : Optional.empty();
  }

  private static final YamlMapping NO_SETTINGS =
      new YamlMapping(List.of(), true, Span.at(0), null, null);

  /** Whether a file has a text that sops would encrypt and that is more than a reference. */
  private static boolean hasSecret(EditableFile file, SopsFile settings) {
    List<YamlScalar> found = new ArrayList<>();
    YamlWalk.visit(
        file.yaml(),
        (_, path, scalar) -> {
          if (settings.covers(path) && isContent(scalar)) {
            found.add(scalar);
          }
        });
    return !found.isEmpty();
  }

  private static boolean isContent(YamlScalar scalar) {
    return switch (scalar.value()) {
      case ScalarValue.Text(String text) ->
          !text.isEmpty() && !SopsFile.isToken(text) && !SecretText.isReference(text);
      case ScalarValue.Int _, ScalarValue.Float _ -> true;
      case ScalarValue.Null _, ScalarValue.Bool _ -> false;
    };
  }

  /** Manifests of operators that fetch or unseal secrets hold none. */
  private static boolean isReferringManifest(EditableFile file) {
    for (YamlDocument document : file.yaml().documents()) {
      if (document.root() instanceof YamlMapping root
          && root.get("apiVersion").isPresent()
          && root.get("kind").orElse(null) instanceof YamlScalar kind
          && !kind.text().equals("Secret")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(String name, String word) {
    return name.contains(word)
        && List.of(name.split("[^A-Za-z0-9]+", -1)).contains(word)
        && !name.contains("external");
  }

  private static boolean matches(String regex, String path) {
    try {
      return Pattern.compile(regex).matcher(path).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static String sibling(String path, String name) {
    return folder(path) + name;
  }

  /** The folder of a path with its last slash; empty for the root. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
