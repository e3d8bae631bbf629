package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads the rules that a project brings, and remembers what it compiled: a rule that has not
 * changed is compiled once. Not thread-safe.
 */
public final class RulePacks {

  /** The file that makes a folder a rule. */
  public static final String RULE_FILE = "rule.yaml";

  private static final int MOST_RULES = 1_000;
  private static final int DEEPEST = 8;

  /** By file; those of the last load. */
  private Map<SourceFile, CompiledRuleFile> known = new HashMap<>();

  private final AdmissionPolicies admissionPolicies = new AdmissionPolicies();

  /** One load. */
  private static final class Load {

    private final List<Diagnostic> problems;
    private final Map<SourceFile, CompiledRuleFile> compiled = new HashMap<>();
    private final List<OwnRule> own = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final Map<String, Location> ids = new HashMap<>();
    private final Map<String, Location> aliases = new HashMap<>();

    Load(List<Diagnostic> problems) {
      this.problems = problems;
    }
  }

  /**
   * Loads the rules in some folders, and admission policies.
   *
   * @param packs folders, as the project file names them
   * @param policies files and folders, as the project file names them
   * @param parser reads YAML, and may remember what it read
   * @param problems takes what is wrong with the rules
   */
  OwnRules load(
      FileTree files,
      List<Located<String>> packs,
      List<Located<String>> policies,
      Function<SourceFile, YamlFile> parser,
      RuleCatalog catalog,
      List<Diagnostic> problems) {
    Load load = new Load(problems);
    for (Located<String> pack : packs) {
      String folder = ProjectPaths.normalised(pack.value());
      List<String> found = ruleFiles(files, folder);
      if (found.isEmpty()) {
        problems.add(
            Diagnostic.of(
                ProjectRules.INVALID_PROJECT_FILE,
                pack.location(),
                files.kind(folder) == FileTree.Kind.FOLDER
                    ? "The folder holds no rule; a rule is a folder with a `" + RULE_FILE + "`."
                    : "There is no such folder in the workspace."));
      }
      load.folders.add(folder);
      for (String path : found) {
        rule(files, path, parser, catalog, load);
      }
    }
    known = load.compiled;
    if (!policies.isEmpty()) {
      load.own.addAll(admissionPolicies.load(files, policies, parser, load.own, problems));
    }
    List<RuleMetadata> metadata = load.own.stream().map(OwnRule::metadata).toList();
    return new OwnRules(OwnRules.joined(catalog, metadata), load.own, load.folders);
  }

  /** The files of all rules below a folder, sorted. */
  public static List<String> ruleFiles(FileTree files, String folder) {
    List<String> found = new ArrayList<>();
    collect(files, folder, 0, found);
    return found;
  }

  private static void collect(FileTree files, String folder, int depth, List<String> found) {
    if (depth > DEEPEST) {
      return;
    }
    List<FileTree.Entry> members = files.list(folder);
    boolean isRule =
        members.stream()
            .anyMatch(each -> each.kind() == FileTree.Kind.FILE && each.name().equals(RULE_FILE));
    if (isRule) {
      if (found.size() < MOST_RULES) {
        found.add(WorkspaceFiles.join(folder, RULE_FILE));
      }
      return;
    }
    for (FileTree.Entry member : members) {
      if (member.kind() == FileTree.Kind.FOLDER) {
        collect(files, WorkspaceFiles.join(folder, member.name()), depth + 1, found);
      }
    }
  }

  private void rule(
      FileTree files,
      String path,
      Function<SourceFile, YamlFile> parser,
      RuleCatalog catalog,
      Load load) {
    if (!(files.read(path) instanceof FileContent.Text(SourceFile file))) {
      load.problems.add(
          Diagnostic.of(
              ProjectRules.INVALID_RULE,
              new SourceFile(path, "").start(),
              "The file of the rule cannot be read."));
      return;
    }
    if (load.compiled.containsKey(file)) {
      return;
    }
    CompiledRuleFile compiled = known.get(file);
    if (compiled == null) {
      compiled = CompiledRuleFile.of(parser.apply(file));
    }
    load.compiled.put(file, compiled);
    load.problems.addAll(compiled.problems());
    if (compiled.file().isPresent() && isNamedWell(compiled.file().get(), catalog, load)) {
      load.own.add(
          new OwnRule(
              compiled.file().get().metadata(), WorkspaceFiles.folder(path), compiled.rule()));
    }
  }

  private static boolean isNamedWell(RuleFile rule, RuleCatalog catalog, Load load) {
    String id = rule.metadata().id().value();
    Optional<String> problem =
        problemOfId(rule, id, catalog, load).or(() -> problemOfAliases(rule, id, catalog, load));
    load.ids.putIfAbsent(id, rule.location());
    rule.metadata().aliases().forEach(alias -> load.aliases.putIfAbsent(alias, rule.location()));
    problem.ifPresent(
        text -> load.problems.add(Diagnostic.of(ProjectRules.INVALID_RULE, rule.location(), text)));
    return problem.isEmpty();
  }

  private static Optional<String> problemOfId(
      RuleFile rule, String id, RuleCatalog catalog, Load load) {
    if (!catalog.named(id).isEmpty()) {
      return Optional.of("Plimsoll has a rule `" + id + "`; give this one another `id`.");
    }
    Location other = load.ids.getOrDefault(id, load.aliases.get(id));
    if (other != null) {
      return Optional.of("There is another rule `" + id + "` in `" + other.file().path() + "`.");
    }
    String folder = WorkspaceFiles.fileName(WorkspaceFiles.folder(rule.location().file().path()));
    return folder.isEmpty() || folder.equals(id)
        ? Optional.empty()
        : Optional.of(
            "The rule is called `" + id + "` and its folder `" + folder + "`; name both alike.");
  }

  private static Optional<String> problemOfAliases(
      RuleFile rule, String id, RuleCatalog catalog, Load load) {
    for (String alias : rule.metadata().aliases()) {
      boolean isId =
          catalog.named(alias).stream().anyMatch(each -> each.id().value().equals(alias));
      if (isId || load.ids.containsKey(alias) || alias.equals(id)) {
        return Optional.of("The alias `" + alias + "` is the id of a rule.");
      }
    }
    return Optional.empty();
  }
}
