package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.Suppression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns what was found into a result: severities by profile, then suppressions, then the baseline,
 * then without the consequences of missing files, then one diagnostic for what a line does to
 * several objects. An accepted part of a diagnostic and the part that still counts are judged
 * apart, because they affect different environments.
 */
final class Verdict {

  private static final Estate EMPTY = new Estate(List.of(), List.of(), List.of());

  private final Severities severities;
  private final Project project;
  private final Workspace workspace;
  private final List<Suppression> accepted = new ArrayList<>();
  private Optional<ObjectIndex> objects = Optional.empty();

  Verdict(Severities severities, Project project, Workspace workspace) {
    this.severities = severities;
    this.project = project;
    this.workspace = workspace;
  }

  /**
   * Adds suppressions that are not in the project file.
   *
   * @param index the objects of the estate
   */
  void accept(List<Suppression> written, ObjectIndex index) {
    accepted.addAll(written);
    objects = Optional.of(index);
  }

  /** The result of an analysis that could not begin. */
  AnalysisResult stopped(Findings findings, List<String> usageErrors, boolean isUnreadable) {
    return new AnalysisResult(
        project,
        EMPTY,
        sorted(findings.diagnostics(severities::judge)),
        findings.notChecked(),
        List.of(),
        usageErrors,
        List.of(),
        isUnreadable);
  }

  AnalysisResult of(Estate estate, Findings findings, Baseline baseline, Bugs bugs) {
    List<Suppression> all = new ArrayList<>(project.suppressions());
    all.addAll(accepted);
    ContainerNames containers =
        new ContainerNames(() -> objects.orElseGet(() -> ObjectIndex.of(estate)));
    Suppressions suppressions = new Suppressions(all, containers, workspace.today());
    List<Diagnostic> unsuppressed =
        new ArrayList<>(
            findings.parts(diagnostic ->
                severities.judge(diagnostic).map(suppressions::apply).orElse(List.of())));
    List<NotChecked> notChecked = new ArrayList<>();
    for (NotChecked each : findings.notChecked()) {
      notChecked.addAll(suppressions.apply(each));
    }
    List<SuppressionUse> uses = suppressions.uses();
    // What a shard does not know of a suppression, whoever joins the shards knows.
    boolean isWhole = workspace.options().isAsTheProjectSays() && bugs.all().isEmpty();
    unsuppressed.addAll(judged(new SuppressionAudit(estate.releases()).diagnostics(uses, isWhole)));
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Diagnostic diagnostic : sorted(unsuppressed)) {
      diagnostics.addAll(baseline.apply(diagnostic));
    }
    List<Diagnostic> facts =
        new Consequences(estate, findings.layersBelowMissing()).without(diagnostics);
    return new AnalysisResult(
        project,
        estate,
        fixable(sorted(CommonCauses.join(sorted(judged(facts)))), estate),
        notChecked,
        uses,
        List.of(),
        bugs.all(),
        false);
  }

  /**
   * What is accepted needs no fix, and a fix of the rest leaves what is accepted as it is. A shard
   * does not know everybody who has a diagnostic, so there the layers remain to be chosen.
   */
  private List<Diagnostic> fixable(List<Diagnostic> diagnostics, Estate estate) {
    if (workspace.options().shard().isPresent()) {
      return diagnostics;
    }
    LayerOffers layers = new LayerOffers(estate);
    return diagnostics.stream().map(layers::choose).toList();
  }

  private List<Diagnostic> judged(List<Diagnostic> diagnostics) {
    List<Diagnostic> judged = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      Optional<Diagnostic> severe = severities.judge(diagnostic);
      severe.ifPresent(judged::add);
    }
    return judged;
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = new ArrayList<>(diagnostics);
    Collections.sort(sorted);
    return sorted;
  }
}
