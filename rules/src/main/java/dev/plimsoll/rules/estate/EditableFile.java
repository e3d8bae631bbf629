package dev.plimsoll.rules.estate;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ValuesFile;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A YAML file of values or secrets that a person of this workspace can edit; members of chart
 * archives are none.
 *
 * @param affects the cells that use it, sorted
 */
public record EditableFile(YamlFile yaml, Role role, List<Affected> affects) {

  private static final String IN_ARCHIVE = "!";

  public EditableFile {
    affects = List.copyOf(affects);
  }

  /** What a file is for. */
  public enum Role {
    /** {@code values.yaml} of a chart. */
    CHART_DEFAULTS,
    /** A layer of a release. */
    LAYER,
    /** Named like values, and used by no release. */
    UNUSED_VALUES,
    /** Named like secrets, and used by no release. */
    UNUSED_SECRETS
  }

  /** Every such file of the estate, once. */
  public static List<EditableFile> all(Estate estate) {
    Map<SourceFile, Use> uses = new LinkedHashMap<>();
    estate.charts().forEach(chart -> addDefaults(chart, uses));
    for (ReleaseInstance release : estate.releases()) {
      for (ReleaseInstance.ScopedLayer defaults : release.chartDefaults()) {
        add(defaults.values(), Role.CHART_DEFAULTS, release.cell(), uses);
      }
      for (LayerValues layer : release.layers()) {
        add(layer, Role.LAYER, release.cell(), uses);
      }
    }
    for (ValuesFile file : estate.otherFiles()) {
      role(file.kind()).ifPresent(role -> use(file.yaml(), role, uses));
    }
    List<EditableFile> files = new ArrayList<>();
    uses.forEach(
        (_, use) -> files.add(new EditableFile(use.yaml, use.role, List.copyOf(use.cells))));
    return files;
  }

  public SourceFile source() {
    return yaml.source();
  }

  /**
   * Whether this file only tries a chart out: {@code ci/*-values.yaml}, as chart-testing has them.
   */
  public boolean isTrial() {
    return isTrial(yaml.source().path());
  }

  static boolean isTrial(String path) {
    return path.startsWith("ci/") || path.contains("/ci/");
  }

  private record Use(YamlFile yaml, Role role, Set<Affected> cells) {}

  private static void addDefaults(Chart chart, Map<SourceFile, Use> uses) {
    chart.values().ifPresent(yaml -> use(yaml, Role.CHART_DEFAULTS, uses));
    chart.subcharts().forEach(subchart -> addDefaults(subchart, uses));
  }

  private static void add(LayerValues layer, Role role, Affected cell, Map<SourceFile, Use> uses) {
    layer.yaml().flatMap(yaml -> use(yaml, role, uses)).ifPresent(use -> use.cells.add(cell));
  }

  private static Optional<Use> use(YamlFile yaml, Role role, Map<SourceFile, Use> uses) {
    if (yaml.source().path().contains(IN_ARCHIVE)) {
      return Optional.empty();
    }
    return Optional.of(
        uses.computeIfAbsent(yaml.source(), _ -> new Use(yaml, role, new TreeSet<>())));
  }

  private static Optional<Role> role(ValuesFile.Kind kind) {
    return switch (kind) {
      case VALUES -> Optional.of(Role.UNUSED_VALUES);
      case SECRETS -> Optional.of(Role.UNUSED_SECRETS);
      case SOPS_CONFIG -> Optional.empty();
    };
  }
}
