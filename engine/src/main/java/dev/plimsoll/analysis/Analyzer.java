package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ObjectMemory;
import dev.plimsoll.project.Environment;
import dev.plimsoll.project.LoadedProject;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.project.RulePacks;
import dev.plimsoll.project.RulePolicy;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Analyses workspaces. One analyzer serves one workspace for as long as it is open: it remembers
 * what it made of files that have not changed, so a keystroke costs little. Calls exclude each
 * other.
 *
 * <p>No mistake of a user throws; one of ours is among the result's {@link AnalysisResult#bugs}.
 */
public final class Analyzer {

  private final RuleCatalog catalog;
  private final List<Rule> rules;
  private final FileMemory memory = new FileMemory();
  private final ObjectMemory objectMemory = new ObjectMemory();
  private final EstateLoader estates = new EstateLoader(memory);
  private final HelmfileShelf helmfiles = new HelmfileShelf(memory);
  private final RulePacks packs = new RulePacks();

  /**
   * @param catalog every rule that a diagnostic may name
   * @param rules the rules that look at the whole estate
   */
  public Analyzer(RuleCatalog catalog, List<Rule> rules) {
    this.catalog = catalog;
    this.rules = List.copyOf(rules);
  }

  /** Analyses everything that the project says or that is discovered. */
  public AnalysisResult analyze(Workspace workspace) {
    return run(workspace, loader(workspace), true);
  }

  /** Analyses one release alone. */
  public AnalysisResult analyze(Workspace workspace, NamedRelease release) {
    return run(workspace, ignored -> release.project(catalog), true);
  }

  /**
   * Computes the values of every release and judges nothing: its diagnostics are those of reading
   * alone, and neither schemas nor rules have been asked.
   */
  public AnalysisResult load(Workspace workspace) {
    return run(workspace, loader(workspace), false);
  }

  /** The same for one release alone. */
  public AnalysisResult load(Workspace workspace, NamedRelease release) {
    return run(workspace, ignored -> release.project(catalog), false);
  }

  /**
   * What a project says of rules, its own among them.
   *
   * @param problems takes what is wrong with them
   */
  public synchronized RulePolicy rulePolicy(FileTree files, List<Diagnostic> problems) {
    return new ProjectLoader(
            catalog, memory::yaml, HelmfileRequest.DEFAULT, HelmfileEstate::load, packs)
        .rulePolicy(files, problems);
  }

  private Function<FileTree, LoadedProject> loader(Workspace workspace) {
    return new ProjectLoader(
            catalog, memory::yaml, workspace.options().helmfile(), helmfiles::load, packs)
        ::load;
  }

  private synchronized AnalysisResult run(
      Workspace workspace, Function<FileTree, LoadedProject> loader, boolean judge) {
    memory.nextAnalysis();
    FileTree files = new TrackedFiles(workspace.files(), memory);
    LoadedProject loaded = loader.apply(files);
    AnalysisOptions options = workspace.options();
    // What an unreadable project file has cannot be known, so nothing is missing there.
    List<String> usageErrors =
        loaded.isUnreadable() ? List.of() : unknownEnvironments(loaded.project(), options);
    Findings findings = new Findings();
    findings.addAll(loaded.diagnostics());
    loaded.notChecked().forEach(findings::addNotChecked);
    RuleCatalog known = loaded.ownRules().catalog();
    Severities severities = new Severities(known, loaded.project(), options);
    Verdict verdict = new Verdict(severities, loaded.project(), workspace);
    if (loaded.isUnreadable() || !usageErrors.isEmpty()) {
      return verdict.stopped(findings, usageErrors, loaded.isUnreadable());
    }
    Bugs bugs = new Bugs();
    try (Workers workers = new Workers()) {
      Estate estate =
          estates.load(new EstateRequest(files, loaded, options, judge), workers, bugs, findings);
      if (judge) {
        RuleRun run = new RuleRun(known, severities, loaded.project(), options);
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(loaded.ownRules().rules());
        objectMemory.nextAnalysis();
        ObjectIndex objects = ObjectIndex.of(estate, objectMemory);
        run.check(all, estate, objects, workers, bugs).forEach(said -> said.reportTo(findings));
        verdict.accept(WrittenSuppressions.of(estate, objects, known, findings::add), objects);
      }
      workspace
          .files()
          .unreadFolders()
          .forEach((folder, reason) -> {
            if (!findings.hasGiven(reason)) {
              findings.addNotChecked(
                  new NotChecked(
                      "The folder is not checked: " + reason,
                      new SourceFile(folder, "").start(),
                      List.of()));
            }
          });
      Baseline baseline = Baseline.load(files, memory::yaml, findings::add);
      return verdict.of(estate, findings, baseline, bugs);
    }
  }

  private static List<String> unknownEnvironments(Project project, AnalysisOptions options) {
    List<String> known = new ArrayList<>();
    for (Environment environment : project.environments()) {
      known.add(environment.name().value());
    }
    List<String> errors = new ArrayList<>();
    for (String asked : options.environments()) {
      if (!known.contains(asked)) {
        String meant =
            NearestName.of(asked, known).map(near -> " (did you mean `" + near + "`?)").orElse("");
        errors.add(
            "There is no environment `"
                + asked
                + "`"
                + meant
                + "; there is "
                + String.join(", ", known)
                + ".");
      }
    }
    return errors;
  }
}
