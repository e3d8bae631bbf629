package dev.plimsoll.chart;

import dev.plimsoll.chart.ChartDraft.DependencyDraft;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValueImports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides which subcharts take part in a release, renames aliased ones and lets charts import
 * values of their subcharts: {@code ProcessDependenciesWithMerge} of Helm 3.22 ({@code
 * ProcessDependencies} of Helm 4.3), quirks included.
 *
 * <p>All dependencies are enabled; tags can disable, and conditions decide over tags. A chart in
 * {@code charts/} that no dependency binds takes part as well. A dependency binds the first chart
 * of its name whose version is in its range.
 */
public final class DependencyProcessor {

  private final HelmVersion helm;
  private final Coalescer coalescer;
  private final Function<Chart, LayerValues> defaults;

  /**
   * @param defaults the {@code values.yaml} of a chart, see {@link ChartDefaults#of}
   */
  public DependencyProcessor(HelmVersion helm, Function<Chart, LayerValues> defaults) {
    this.helm = helm;
    this.coalescer = new Coalescer(helm);
    this.defaults = defaults;
  }

  /**
   * Processes the dependencies of a release.
   *
   * @param user the merged values of the user
   * @param sink takes what Helm only logs, and what makes it stop; each thing once
   */
  public EnabledChart process(Chart chart, MapValue user, DiagnosticSink sink) {
    Set<Diagnostic> seen = new HashSet<>();
    DiagnosticSink once =
        found -> {
          if (seen.add(found)) {
            sink.report(found);
          }
        };
    ChartDraft draft = ChartDraft.of(chart, defaults);
    enable(draft, user, "", once);
    importValues(draft, once);
    return draft.finish();
  }

  /**
   * {@code processDependencyEnabled}. Helm coalesces the values of a nested chart at the root of
   * the values, not under its name, while conditions are looked up under it.
   *
   * @param path of the chart's values, with a trailing dot unless it is the top chart
   */
  private void enable(ChartDraft draft, MapValue values, String path, DiagnosticSink sink) {
    List<DependencyDraft> wanted = draft.metadata.dependencies;
    if (wanted == null) {
      return;
    }
    draft.setSubcharts(bind(draft, wanted));
    MapValue coalesced = coalescer.coalesce(draft.scope(), values, sink).values();
    DependencySwitches switches = new DependencySwitches(coalesced, path, sink);
    Set<String> disabled = new HashSet<>();
    for (DependencyDraft dependency : wanted) {
      dependency.enabled = switches.isEnabled(dependency.declared);
      if (!dependency.enabled) {
        disabled.add(dependency.name);
      }
    }
    draft.setSubcharts(
        draft.subcharts().stream()
            .filter(subchart -> !disabled.contains(subchart.name()))
            .toList());
    List<DependencyDraft> kept =
        wanted.stream().filter(dependency -> !disabled.contains(dependency.name)).toList();
    for (ChartDraft subchart : draft.subcharts()) {
      enable(subchart, coalesced, path + subchart.name() + ".", sink);
    }
    // Helm appends to a nil list, so that nothing kept means nil again.
    draft.metadata.dependencies = kept.isEmpty() ? null : kept;
  }

  /** The undeclared charts, then one copy for each dependency that finds its chart. */
  private List<ChartDraft> bind(ChartDraft draft, List<DependencyDraft> wanted) {
    List<ChartDraft> bound = new ArrayList<>();
    for (ChartDraft existing : draft.subcharts()) {
      if (wanted.stream().noneMatch(dependency -> dependency.wants(existing))) {
        bound.add(existing);
      }
    }
    for (DependencyDraft dependency : wanted) {
      Optional<ChartDraft> found = draft.subcharts().stream().filter(dependency::wants).findFirst();
      found.ifPresent(chart -> bound.add(chart.copyFor(dependency, helm.major() >= 4)));
      dependency.name = dependency.alias().orElse(dependency.name);
    }
    return bound;
  }

  /** {@code processDependencyImportValues}: from the innermost charts outwards. */
  private void importValues(ChartDraft draft, DiagnosticSink sink) {
    for (ChartDraft subchart : draft.subcharts()) {
      importValues(subchart, sink);
    }
    List<DependencyDraft> wanted = draft.metadata.dependencies;
    if (wanted == null) {
      return;
    }
    List<ValueImports.Import> imports = new ArrayList<>();
    List<Dependency.ImportValues> declared = new ArrayList<>();
    for (DependencyDraft dependency : wanted) {
      // Helm replaces the list by one that it does not understand the second time.
      List<Dependency.ImportValues> entries =
          dependency.imported ? List.of() : dependency.declared.importValues();
      dependency.imported = true;
      for (Dependency.ImportValues entry : entries) {
        imports.add(
            new ValueImports.Import(
                path(dependency.name + "." + entry.child()),
                entry.parent().equals(".") ? List.of() : path(entry.parent())));
        declared.add(entry);
      }
    }
    draft.values =
        new ValueImports(helm, sink)
            .apply(
                draft.scope(),
                imports,
                index -> sink.report(missing(declared.get(index), imports.get(index))));
  }

  private static Diagnostic missing(Dependency.ImportValues entry, ValueImports.Import wanted) {
    return Diagnostic.of(
        ChartRules.MISSING_IMPORT_TABLE,
        entry.location(),
        "The values of `%s` have no map at `%s`, so nothing is imported and Helm only logs it."
            .formatted(wanted.child().getFirst(), entry.child()));
  }

  private static List<String> path(String text) {
    return List.of(text.split("\\.", -1));
  }
}
