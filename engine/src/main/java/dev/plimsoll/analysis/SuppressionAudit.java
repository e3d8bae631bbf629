package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.ItemDeletion;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.Suppression;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which suppressions have expired, and which have nothing to do. */
final class SuppressionAudit {

  private final Set<String> releases = new LinkedHashSet<>();
  private final Set<String> environments = new LinkedHashSet<>();
  private final Set<String> clusters = new LinkedHashSet<>();

  SuppressionAudit(List<ReleaseInstance> cells) {
    for (ReleaseInstance each : cells) {
      releases.add(each.cell().release());
      environments.add(each.cell().environment());
      clusters.add(each.cell().cluster());
    }
  }

  /**
   * @param isWhole whether everything was analysed as the project says; only then is it known that
   *     a suppression has nothing to do
   */
  List<Diagnostic> diagnostics(List<SuppressionUse> uses, boolean isWhole) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SuppressionUse use : uses) {
      if (use.isExpired()) {
        diagnostics.add(expired(use, isWhole));
      } else if (use.isUnused() && isWhole) {
        diagnostics.add(unused(use.suppression()));
      }
    }
    return diagnostics;
  }

  private static Diagnostic expired(SuppressionUse use, boolean isWhole) {
    Suppression suppression = use.suppression();
    Location place = suppression.expires().map(Located::location).orElse(suppression.location());
    String until = suppression.expires().map(last -> last.value().toString()).orElse("");
    String message = "This suppression held until " + until + " and accepts nothing any more";
    if (use.isUnused() && isWhole) {
      return deletable(
          Diagnostic.of(
              ProjectRules.EXPIRED_SUPPRESSION,
              place,
              message + ", and there is nothing left to accept; remove it."),
          suppression);
    }
    return Diagnostic.of(
        ProjectRules.EXPIRED_SUPPRESSION,
        place,
        message + "; mend what it matches, or decide again and set a new date.");
  }

  private Diagnostic unused(Suppression suppression) {
    Optional<Diagnostic> unknown =
        unknown("release", suppression.release(), releases)
            .or(() -> unknown("environment", suppression.environment(), environments))
            .or(() -> unknown("cluster", suppression.cluster(), clusters));
    Diagnostic found =
        unknown.orElseGet(() ->
            Diagnostic.of(
                ProjectRules.UNUSED_SUPPRESSION,
                suppression.rule().location(),
                "This suppression of `"
                    + suppression.rule().value()
                    + "` matches nothing; remove it."));
    return deletable(found, suppression);
  }

  private static Optional<Diagnostic> unknown(
      String kind, Optional<Located<String>> scope, Set<String> known) {
    if (scope.isEmpty() || known.contains(scope.get().value())) {
      return Optional.empty();
    }
    String name = scope.get().value();
    String meant =
        NearestName.of(name, known).map(near -> "; did you mean `" + near + "`?").orElse(".");
    return Optional.of(
        Diagnostic.of(
            ProjectRules.UNUSED_SUPPRESSION,
            scope.get().location(),
            "This suppression matches nothing, because there is no "
                + kind
                + " `"
                + name
                + "`"
                + meant));
  }

  private static Diagnostic deletable(Diagnostic diagnostic, Suppression suppression) {
    if (suppression.target().isPresent()) {
      return diagnostic;
    }
    return ItemDeletion.fix("Remove the suppression", suppression.location())
        .map(diagnostic::withFix)
        .orElse(diagnostic);
  }
}
