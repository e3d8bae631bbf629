package dev.plimsoll.values;

import dev.plimsoll.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a chart take over values of its subcharts: Helm's {@code processImportValues} in the form
 * that keeps nulls, which all commands use.
 *
 * <p>Afterwards the defaults of the chart hold the values of its subcharts as well, each under its
 * name. Helm merges what is imported in place, so two subcharts that export a map to the same place
 * see each other's entries in their own; so it is here.
 */
public final class ValueImports {

  private final HelmVersion version;
  private final DiagnosticSink sink;

  /**
   * @param sink takes what makes Helm stop
   */
  public ValueImports(HelmVersion version, DiagnosticSink sink) {
    this.version = version;
    this.sink = sink;
  }

  /**
   * The new defaults of {@code chart}.
   *
   * @param chart with its enabled subcharts
   * @param imports in the order of the chart's dependencies; the first wins, and the chart's own
   *     values win over all
   * @param missing is told the index of an import whose table is not there, which Helm only logs
   */
  public MapValue apply(ChartScope chart, List<Import> imports, IntConsumer missing) {
    NullHandling nulls = NullHandling.of(version);
    TableMerge tables = new TableMerge(nulls, new ArrayList<>());
    Table own = new Table();
    new Coalescer.Run(nulls, new ArrayList<>(), true, sink).coalesce(chart, own, ValuePath.ROOT);
    if (!imports.isEmpty()) {
      own.openAll();
    }
    Table imported = new Table();
    for (int i = 0; i < imports.size(); i++) {
      Import wanted = imports.get(i);
      Table child = table(own, wanted.child());
      if (child == null) {
        missing.accept(i);
      } else if (!child.entries().isEmpty()) {
        tables.merge(imported, below(wanted.parent(), child), ValuePath.ROOT, true);
      } else {
        // Helm takes a new map for an empty one, so nothing leaks into the child.
        tables.merge(imported, below(wanted.parent(), new Table()), ValuePath.ROOT, true);
      }
    }
    MapValue before = Freezer.freeze(own, chart.defaults().origin());
    if (imported.entries().isEmpty()) {
      return before;
    }
    Table result = new Table(before);
    tables.merge(result, imported, ValuePath.ROOT, true);
    return Freezer.freeze(result, before.origin());
  }

  /** {@code Values.Table}: the map at a path of keys; null if there is none. */
  private static @Nullable Table table(Table root, List<String> path) {
    Table found = root;
    for (String key : path) {
      found = found == null ? null : found.table(key);
    }
    return found;
  }

  private static Table below(List<String> path, Table child) {
    Table nested = child;
    for (String key : path.reversed()) {
      Table outer = new Table();
      outer.put(key, nested);
      nested = outer;
    }
    return nested;
  }

  /**
   * One import.
   *
   * @param child the path of the table from the chart's own values, so it begins with the name of
   *     the subchart
   * @param parent where it goes in the chart's values; empty for their root
   */
  public record Import(List<String> child, List<String> parent) {

    public Import {
      child = List.copyOf(child);
      parent = List.copyOf(parent);
    }
  }
}
