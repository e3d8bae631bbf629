package dev.plimsoll.rules.secrets;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ValuesFile;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files sops is meant to encrypt: by the creation rules of {@code .sops.yaml}, or by their
 * names.
 */
final class SopsDuty {

  /**
   * Files that nobody encrypts: a rule that matches them says which key to use and not what to
   * encrypt.
   */
  private static final List<String> NEVER_ENCRYPTED = List.of("values.yaml", "Chart.yaml");

  private final List<YamlFile> configs;
  private final boolean isSopsUsed;

  private SopsDuty(List<YamlFile> configs, boolean isSopsUsed) {
    this.configs = configs;
    this.isSopsUsed = isSopsUsed;
  }

  static SopsDuty of(Estate estate, List<EditableFile> files) {
    List<YamlFile> configs =
        estate.otherFiles().stream()
            .filter(file -> file.kind() == ValuesFile.Kind.SOPS_CONFIG)
            .map(ValuesFile::yaml)
            .toList();
    boolean isUsed =
        !configs.isEmpty()
            || files.stream().anyMatch(file -> SopsFile.metadata(file.yaml()).isPresent());
    return new SopsDuty(configs, isUsed);
  }

  /**
   * Why a file should be encrypted.
   *
   * @param says what demands it, for the message
   * @param rule the creation rule, if it is one
   */
  record Neglect(String says, Optional<Location> rule) {}

  /** Why {@code file} should have been encrypted; empty if it is, or need not be. */
  Optional<Neglect> neglect(EditableFile file) {
    if (file.isTrial() || SopsFile.metadata(file.yaml()).isPresent()) {
      return Optional.empty();
    }
    return byCreationRule(file).or(() -> byName(file));
  }

  private Optional<Neglect> byCreationRule(EditableFile file) {
    String path = file.source().path();
    return nearestConfig(path)
        .flatMap(config -> creationRule(config, path))
        .filter(rule -> hasSecret(file, new SopsFile(rule.settings())))
        .map(
            rule -> new Neglect("`" + rule.where().file().path() + "`", Optional.of(rule.where())));
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
    boolean isNamedSecret = isSopsUsed && hasWord(name, "secrets");
    boolean isDefaults = file.role() == EditableFile.Role.CHART_DEFAULTS;
    if (isDefaults || !(isNamedEncrypted || isNamedSecret) || isReferringManifest(file)) {
      return Optional.empty();
    }
    return hasSecret(file, new SopsFile(NO_SETTINGS))
        ? Optional.of(new Neglect("its name", Optional.empty()))
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
