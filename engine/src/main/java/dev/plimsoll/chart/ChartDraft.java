package dev.plimsoll.chart;

import dev.plimsoll.values.ChartScope;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A chart while its dependencies are processed. Helm works on pointers and copies some of them, and
 * what is shared between two aliases of one chart shows in the result; so drafts share what Helm
 * shares.
 */
final class ChartDraft {

  final Chart chart;
  final LayerValues own;
  final Metadata metadata;
  Optional<Dependency> dependency = Optional.empty();
  MapValue values;
  private List<ChartDraft> subcharts = List.of();
  private @Nullable ChartDraft parent;

  private ChartDraft(Chart chart, LayerValues own, Metadata metadata, MapValue values) {
    this.chart = chart;
    this.own = own;
    this.metadata = metadata;
    this.values = values;
  }

  static ChartDraft of(Chart chart, Function<Chart, LayerValues> defaults) {
    LayerValues own = defaults.apply(chart);
    ChartDraft draft = new ChartDraft(chart, own, Metadata.of(chart), own.root());
    draft.setSubcharts(chart.subcharts().stream().map(subchart -> of(subchart, defaults)).toList());
    return draft;
  }

  List<ChartDraft> subcharts() {
    return subcharts;
  }

  /** Helm's {@code SetDependencies}, which makes this the parent of each. */
  void setSubcharts(List<ChartDraft> drafts) {
    subcharts = List.copyOf(drafts);
    subcharts.forEach(draft -> draft.parent = this);
  }

  String name() {
    return metadata.name;
  }

  /**
   * The copy that Helm makes for a dependency.
   *
   * @param deep whether it has dependencies and subcharts of its own: Helm 3 shares them between
   *     the copies, and the subcharts keep the original as their parent
   */
  ChartDraft copyFor(DependencyDraft wanted, boolean deep) {
    Metadata copied = metadata.copy(deep);
    ChartDraft copy = new ChartDraft(chart, own, copied, values);
    if (deep) {
      copy.setSubcharts(subcharts.stream().map(ChartDraft::shallowCopy).toList());
    } else {
      copy.subcharts = subcharts;
    }
    copied.name = wanted.alias().orElse(copied.name);
    copy.dependency = Optional.of(wanted.declared);
    return copy;
  }

  private ChartDraft shallowCopy() {
    ChartDraft copy = new ChartDraft(chart, own, metadata, values);
    copy.subcharts = subcharts;
    copy.dependency = dependency;
    return copy;
  }

  ChartScope scope() {
    return new ChartScope(name(), values, subcharts.stream().map(ChartDraft::scope).toList());
  }

  EnabledChart finish() {
    return new EnabledChart(
        name(),
        fullPath(),
        chart,
        dependency,
        own,
        values,
        subcharts.stream().map(ChartDraft::finish).toList());
  }

  /** {@code ChartFullPath}: by parents, which may be those before an alias. */
  private String fullPath() {
    ChartDraft above = parent;
    return above == null ? name() : above.fullPath() + "/charts/" + name();
  }

  /** What Helm keeps behind the pointer {@code Metadata}. */
  static final class Metadata {

    String name;

    /** Null where Helm has a nil list, below which it does nothing. */
    @Nullable List<DependencyDraft> dependencies;

    private Metadata(String name, @Nullable List<DependencyDraft> dependencies) {
      this.name = name;
      this.dependencies = dependencies;
    }

    static Metadata of(Chart chart) {
      ChartMetadata from = chart.metadata();
      return new Metadata(
          chart.name(),
          from.declaresDependencies()
              ? from.dependencies().stream().map(DependencyDraft::new).toList()
              : null);
    }

    Metadata copy(boolean deep) {
      List<DependencyDraft> known = dependencies;
      return new Metadata(
          name, deep && known != null ? known.stream().map(DependencyDraft::copy).toList() : known);
    }
  }

  /** A dependency, whose name becomes its alias and whose imports are used up. */
  static final class DependencyDraft {

    final Dependency declared;
    String name;
    boolean enabled;
    boolean imported;

    DependencyDraft(Dependency declared) {
      this.declared = declared;
      this.name = declared.name().value();
    }

    DependencyDraft copy() {
      DependencyDraft copy = new DependencyDraft(declared);
      copy.name = name;
      copy.imported = imported;
      return copy;
    }

    Optional<String> alias() {
      return declared.alias().map(found -> found.value()).filter(found -> !found.isEmpty());
    }

    /** Whether {@code draft} is a chart that this dependency asks for. */
    boolean wants(ChartDraft draft) {
      String range = declared.version().map(found -> found.value()).orElse("");
      String version = draft.chart.metadata().version().map(found -> found.value()).orElse("");
      return draft.name().equals(name) && VersionRange.matches(range, version);
    }
  }
}
