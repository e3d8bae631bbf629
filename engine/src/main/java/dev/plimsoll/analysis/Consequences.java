package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.helmfile.HelmfileRules;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.schema.SchemaRules;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out what is said of a release for want of a values file that is not there. The file would
 * win over the layers below it, so what their values make of an object need not be so, and is seen
 * when the file is there; what templates write themselves and what stronger layers say stays.
 *
 * <p>Nothing is left out for a cell unless an error that counts says that its file is missing:
 * whoever accepts that, deploys the values that there are.
 */
final class Consequences {

  private static final Set<RuleId> CAUSES =
      Set.of(ProjectRules.MISSING_VALUES_LAYER, HelmfileRules.MISSING_VALUES);

  private final Map<Affected, Set<SourceFile>> overridable = new HashMap<>();

  /**
   * @param layersBelow for each release with a missing file, how many layers it would win over
   *     beside the defaults of charts
   */
  Consequences(Estate estate, Map<Affected, Integer> layersBelow) {
    for (ReleaseInstance release : estate.releases()) {
      Integer below = layersBelow.get(release.cell());
      if (below != null) {
        overridable.put(release.cell(), files(release, below));
      }
    }
  }

  private static Set<SourceFile> files(ReleaseInstance release, int below) {
    Set<SourceFile> files = new HashSet<>();
    release.chartDefaults().forEach(defaults -> files.add(defaults.values().layer().file()));
    for (LayerValues layer :
        release.layers().subList(0, Math.min(below, release.layers().size()))) {
      files.add(layer.layer().file());
    }
    return files;
  }

  /** The diagnostics without the cells of which they may not be true. */
  List<Diagnostic> without(List<Diagnostic> diagnostics) {
    Set<Affected> incomplete = incomplete(diagnostics);
    if (incomplete.isEmpty()) {
      return diagnostics;
    }
    List<Diagnostic> facts = new ArrayList<>(diagnostics.size());
    for (Diagnostic each : diagnostics) {
      List<Affected> cells =
          each.affects().stream()
              .filter(cell -> !incomplete.contains(cell) || !isOpen(each, cell))
              .toList();
      if (cells.size() == each.affects().size()) {
        facts.add(each);
      } else if (!cells.isEmpty()) {
        facts.add(each.withAffects(cells));
      }
    }
    return facts;
  }

  private Set<Affected> incomplete(List<Diagnostic> diagnostics) {
    Set<Affected> cells = new HashSet<>();
    for (Diagnostic each : diagnostics) {
      if (CAUSES.contains(each.rule())
          && each.severity() == Severity.ERROR
          && each.accepted().isEmpty()) {
        cells.addAll(each.affects());
      }
    }
    cells.retainAll(overridable.keySet());
    return cells;
  }

  /** Whether the missing file could say what ends a diagnostic. */
  private boolean isOpen(Diagnostic diagnostic, Affected cell) {
    if (diagnostic.rule().equals(SchemaRules.MISSING_REQUIRED)) {
      return true;
    }
    boolean isOfObject = diagnostic.object().isPresent();
    boolean isOfWeakerLayer =
        overridable.getOrDefault(cell, Set.of()).contains(diagnostic.location().file());
    return isOfObject
        && (isOfWeakerLayer || diagnostic.fixes().stream().anyMatch(Consequences::addsKeys));
  }

  /** Whether keys are wanting that any layer may add. */
  private static boolean addsKeys(Fix fix) {
    return fix.setting().filter(setting -> !setting.keys().isEmpty()).isPresent();
  }
}
