package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.HelmfileSources;
import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Loads the project of a workspace: its project file, completed by what is discovered. */
public final class ProjectLoader {

  /** The name of a project file; the folder that holds it is the root of a workspace. */
  public static final String FILE = WorkspaceFiles.PROJECT_FILE;

  /** Names that people try; only one is read, so that everybody knows where to look. */
  private static final List<String> WRONG_NAMES =
      List.of("plimsoll.yml", ".plimsoll.yaml", ".plimsoll.yml", "Plimsoll.yaml");

  private final RuleCatalog catalog;
  private final Function<SourceFile, YamlFile> parser;
  private final HelmfileRequest helmfileRequest;
  private final HelmfileEstate.Source helmfileSource;
  private final RulePacks packs;

  /**
   * @param catalog the built-in rules; the project may name these and its own
   * @param parser reads YAML, and may remember what it read
   */
  public ProjectLoader(RuleCatalog catalog, Function<SourceFile, YamlFile> parser) {
    this(catalog, parser, HelmfileRequest.DEFAULT, HelmfileEstate::load, new RulePacks());
  }

  /**
   * @param helmfileRequest how helmfiles are loaded
   * @param helmfileSource loads them, and may remember what it loaded
   * @param packs loads the rules of the project, and may remember what it compiled
   */
  public ProjectLoader(
      RuleCatalog catalog,
      Function<SourceFile, YamlFile> parser,
      HelmfileRequest helmfileRequest,
      HelmfileEstate.Source helmfileSource,
      RulePacks packs) {
    this.catalog = catalog;
    this.parser = parser;
    this.helmfileRequest = helmfileRequest;
    this.helmfileSource = helmfileSource;
    this.packs = packs;
  }

  /** Loads the project at the root of {@code files}. */
  public LoadedProject load(FileTree files) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<YamlFile> yaml = Optional.empty();
    Optional<DeclaredProject> declared = Optional.empty();
    switch (files.read(WorkspaceFiles.PROJECT_FILE)) {
      case FileContent.Missing() -> {
        reportWrongNames(files, diagnostics);
        declared = Optional.of(DeclaredProject.nothing(catalog));
      }
      case FileContent.Text(SourceFile file) -> {
        YamlFile parsed = parser.apply(file);
        yaml = Optional.of(parsed);
        declared =
            new ProjectFileReader(
                    parsed,
                    (folders, policies) -> ownRules(files, folders, policies, diagnostics),
                    diagnostics::add)
                .read();
      }
      case FileContent.Binary ignored ->
          diagnostics.add(unreadable("The project file is no text in UTF-8."));
      case FileContent.Refused(String reason) ->
          diagnostics.add(unreadable("The project file was not read: " + reason));
    }
    if (declared.isEmpty()) {
      return new LoadedProject(
          empty(yaml),
          OwnRules.none(catalog),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          HelmfileEstate.NONE,
          diagnostics,
          List.of(),
          true);
    }
    return complete(files, yaml, declared.get(), diagnostics);
  }

  /**
   * What the project at the root of {@code files} says of rules; nothing else is looked at.
   *
   * @param diagnostics takes what is wrong with the project file and the rules
   */
  public RulePolicy rulePolicy(FileTree files, List<Diagnostic> diagnostics) {
    return files.read(WorkspaceFiles.PROJECT_FILE) instanceof FileContent.Text(SourceFile file)
        ? new ProjectFileReader(
                parser.apply(file),
                (folders, policies) -> ownRules(files, folders, policies, diagnostics),
                diagnostics::add)
            .read()
            .map(declared -> new RulePolicy(declared.ownRules(), declared.rules()))
            .orElseGet(() -> new RulePolicy(OwnRules.none(catalog), List.of()))
        : new RulePolicy(OwnRules.none(catalog), List.of());
  }

  private OwnRules ownRules(
      FileTree files,
      List<Located<String>> folders,
      List<Located<String>> policies,
      List<Diagnostic> diagnostics) {
    return folders.isEmpty() && policies.isEmpty()
        ? OwnRules.none(catalog)
        : packs.load(files, folders, policies, parser, catalog, diagnostics);
  }

  private LoadedProject complete(
      FileTree files,
      Optional<YamlFile> yaml,
      DeclaredProject declared,
      List<Diagnostic> diagnostics) {
    WorkspaceFiles found = WorkspaceFiles.walk(files).without(declared.ownRules()::owns);
    List<ReleaseSpec> releases;
    List<Located<String>> discovered;
    HelmfileEstate helmfiles = HelmfileEstate.NONE;
    List<String> roots =
        helmfileRequest.roots().isEmpty() ? found.helmfiles() : helmfileRequest.roots();
    if (!helmfileRequest.roots().isEmpty() || (declared.releases().isEmpty() && !roots.isEmpty())) {
      helmfiles =
          helmfileSource.load(
              new HelmfileSources(
                  files,
                  roots,
                  declared.environments().stream().map(each -> each.name().value()).toList(),
                  helmfileRequest,
                  declared.helm().orElse(HelmVersion.NEWEST),
                  parser));
      releases = List.of();
      discovered = HelmfileEnvironments.of(helmfiles, files);
    } else if (declared.releases().isPresent()) {
      releases = declared.releases().get();
      discovered =
          declared.environments().isEmpty()
              ? ProjectDiscovery.environments(files, found)
              : List.of();
    } else {
      ChartHeads heads = new ChartHeads(files, found.charts(), parser);
      ProjectDiscovery.Discovered result =
          ProjectDiscovery.releases(files, found, heads, !declared.environments().isEmpty());
      releases = result.releases();
      discovered = result.environments();
    }
    List<Environment> environments = environments(declared, discovered);
    yaml.ifPresent(file -> checkNames(file, declared, environments, diagnostics));
    Project project =
        new Project(
            yaml,
            declared.helm().orElse(HelmVersion.NEWEST),
            declared.pods(),
            declared.clusters(),
            environments,
            releases,
            declared.ownRules().metadata(),
            declared.rules(),
            declared.suppressions());
    List<String> valuesFiles = new ArrayList<>(found.values());
    valuesFiles.addAll(found.ciValues());
    return new LoadedProject(
        project,
        declared.ownRules(),
        found.charts(),
        valuesFiles,
        found.otherYaml(),
        found.pipelines(),
        helmfiles,
        diagnostics,
        Unchecked.of(files, found, project, helmfiles),
        false);
  }

  /**
   * What the project file says of an environment stands, and discovery adds those it leaves out.
   */
  private static List<Environment> environments(
      DeclaredProject declared, List<Located<String>> discovered) {
    Map<String, Environment> byName = new LinkedHashMap<>();
    for (Environment environment : declared.environments()) {
      byName.put(environment.name().value(), environment);
    }
    for (Located<String> name : discovered) {
      byName.computeIfAbsent(name.value(), ignored -> environment(name));
    }
    return byName.isEmpty() ? List.of(defaultEnvironment()) : List.copyOf(byName.values());
  }

  private static Environment environment(Located<String> name) {
    return new Environment(name, ProfileNames.profile(name.value()), List.of());
  }

  private static Environment defaultEnvironment() {
    return environment(
        new Located<>(
            ProjectDiscovery.DEFAULT_ENVIRONMENT,
            new SourceFile(WorkspaceFiles.PROJECT_FILE, "").start()));
  }

  private static void checkNames(
      YamlFile yaml,
      DeclaredProject declared,
      List<Environment> environments,
      List<Diagnostic> diagnostics) {
    EnvironmentNames names =
        new EnvironmentNames(new ProjectNodes(yaml.source(), diagnostics::add), environments);
    declared.compared().forEach(names::check);
    declared
        .releases()
        .ifPresent(all -> all.forEach(release -> release.environments().forEach(names::check)));
  }

  private static Project empty(Optional<YamlFile> yaml) {
    return new Project(
        yaml,
        HelmVersion.NEWEST,
        PodKinds.KNOWN,
        List.of(),
        List.of(defaultEnvironment()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Diagnostic unreadable(String message) {
    return Diagnostic.of(
        ProjectRules.INVALID_PROJECT_FILE,
        new SourceFile(WorkspaceFiles.PROJECT_FILE, "").start(),
        message);
  }

  private static void reportWrongNames(FileTree files, List<Diagnostic> diagnostics) {
    for (String name : WRONG_NAMES) {
      if (files.read(name) instanceof FileContent.Text(SourceFile file)) {
        diagnostics.add(
            Diagnostic.of(
                ProjectRules.INVALID_PROJECT_FILE,
                file.start(),
                "This file is not read, because the project file is named `plimsoll.yaml`; rename"
                    + " it."));
      }
    }
  }
}
