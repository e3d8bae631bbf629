package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of a chart and of its subcharts under those of the user: Helm's {@code
 * CoalesceValues} and {@code MergeValues} ({@code pkg/chartutil/coalesce.go} of Helm 3, {@code
 * pkg/chart/common/util/coalesce.go} of Helm 4), as the chosen version has them.
 */
public final class Coalescer {

  static final String GLOBAL = "global";

  private final NullHandling nulls;

  public Coalescer(HelmVersion version) {
    this.nulls = NullHandling.of(version);
  }

  /**
   * What templates see: {@code CoalesceValues}. A null deletes what it hides.
   *
   * @param user the merged values of the user, see {@link UserValues}
   * @param sink takes what makes Helm stop; the result is then the best that can be said
   */
  public Coalesced coalesce(ChartScope chart, MapValue user, DiagnosticSink sink) {
    return run(chart, user, false, sink);
  }

  /**
   * The same with nulls kept, as Helm layers values while it processes dependencies: {@code
   * MergeValues}.
   */
  public Coalesced merge(ChartScope chart, MapValue user, DiagnosticSink sink) {
    return run(chart, user, true, sink);
  }

  private Coalesced run(ChartScope chart, MapValue user, boolean keepNulls, DiagnosticSink sink) {
    List<LayeringNote> notes = new ArrayList<>();
    Table root = UserValues.open(user);
    new Run(nulls, notes, keepNulls, sink).coalesce(chart, root, ValuePath.ROOT);
    return new Coalesced(Freezer.freeze(root, chart.defaults().origin()), notes);
  }

  /** One pass over a tree of charts. */
  static final class Run {

    private final NullHandling nulls;
    private final TableMerge tables;
    private final boolean keepNulls;
    private final DiagnosticSink sink;

    Run(NullHandling nulls, List<LayeringNote> notes, boolean keepNulls, DiagnosticSink sink) {
      this.nulls = nulls;
      this.tables = new TableMerge(nulls, notes);
      this.keepNulls = keepNulls;
      this.sink = sink;
    }

    /** Puts the defaults of a chart and of those below it under {@code values}. */
    void coalesce(ChartScope chart, Table values, ValuePath path) {
      coalesceDefaults(chart, values, path);
      for (ChartScope subchart : chart.dependencies()) {
        Table own = subchartValues(subchart, values);
        if (own != null) {
          ValuePath inner = path.key(subchart.name());
          coalesceGlobals(own, values, inner);
          coalesce(subchart, own, inner);
        }
      }
    }

    private @Nullable Table subchartValues(ChartScope subchart, Table parent) {
      Node node = parent.get(subchart.name());
      if (node == null) {
        Table created = new Table();
        parent.put(subchart.name(), created);
        return created;
      }
      Table own = parent.table(subchart.name());
      if (own == null) {
        sink.report(notAMap(subchart.name(), node.chain().getFirst()));
      }
      return own;
    }

    private void coalesceDefaults(ChartScope chart, Table values, ValuePath path) {
      Table defaults = new Table(chart.defaults());
      values.addWeaker(defaults.chain());
      for (String key : List.copyOf(defaults.entries().keySet())) {
        Node weak = defaults.at(key);
        Node strong = values.get(key);
        boolean keep = keepNulls || (nulls.keepsForSubcharts() && isSubchart(chart, key));
        if (strong == null) {
          adopt(values, defaults, key);
        } else if (strong.isNil() && !keepNulls) {
          values.delete(key, strong, weak.chain());
        } else if (TableMerge.isTable(strong) && TableMerge.isTable(weak)) {
          Table weakTable = defaults.opened(key);
          dropDefaultNulls(weakTable, keep);
          tables.merge(values.opened(key), weakTable, path.key(key), keep);
        } else {
          tables.lose(values, key, weak, path);
        }
      }
      values.noteDeletedOf(defaults.deleted());
    }

    /** Takes over a default that nothing stronger has. */
    private void adopt(Table values, Table defaults, String key) {
      Node weak = defaults.at(key);
      if (nulls.dropsDefaults() && !keepNulls) {
        if (weak.isNil()) {
          values.delete(key, weak, List.of());
          return;
        }
        if (TableMerge.hasNulls(weak)) {
          TableMerge.dropNulls(defaults.opened(key));
        }
      }
      values.put(key, defaults.at(key));
    }

    private void dropDefaultNulls(Table defaults, boolean keep) {
      if (nulls.dropsDefaults() && !keep) {
        TableMerge.dropNulls(defaults);
      }
    }

    /** Hands the globals of a chart down to a subchart, where they win: {@code coalesceGlobals}. */
    private void coalesceGlobals(Table subchart, Table parent, ValuePath path) {
      Table below = globals(subchart, parent, path);
      Table above = globals(parent, subchart, path);
      if (below == null || above == null) {
        return;
      }
      ValuePath globalPath = path.key(GLOBAL);
      for (Map.Entry<String, Node> entry : List.copyOf(above.entries().entrySet())) {
        coalesceGlobal(below, above, entry.getKey(), globalPath);
      }
      below.addStronger(above.chain());
      subchart.put(GLOBAL, below);
    }

    /** The globals of one side, new ones if it has none; null where something else stands there. */
    private @Nullable Table globals(Table owner, Table other, ValuePath path) {
      Node node = owner.get(GLOBAL);
      if (node == null) {
        return new Table();
      }
      Table table = owner.table(GLOBAL);
      Node otherNode = other.get(GLOBAL);
      if (table == null && otherNode != null && !node.isNil()) {
        tables.note(LayeringNote.Kind.GLOBAL_NOT_A_TABLE, path.key(GLOBAL), otherNode, node);
      }
      return table;
    }

    private void coalesceGlobal(Table below, Table above, String key, ValuePath path) {
      Table handedDown = above.table(key);
      if (handedDown == null) {
        coalesceGlobalLeaf(below, above.at(key), key, path);
        return;
      }
      Table known = below.table(key);
      if (known == null && below.get(key) != null) {
        tables.lose(below, key, handedDown, path);
        return;
      }
      // Only the top level is copied: what is merged deeper shows up in the parent too.
      Table copy = handedDown.shallowCopy();
      if (known != null) {
        tables.merge(copy, known, path.key(key), true);
      }
      below.put(key, copy);
    }

    private void coalesceGlobalLeaf(Table below, Node leaf, String key, ValuePath path) {
      Node known = below.get(key);
      if (known != null && TableMerge.isTable(known)) {
        tables.lose(below, key, leaf, path);
        return;
      }
      below.put(key, leaf);
      if (known != null) {
        below.shadow(key, known.chain());
      }
    }

    private static boolean isSubchart(ChartScope chart, String key) {
      return chart.dependencies().stream().anyMatch(subchart -> subchart.name().equals(key));
    }

    private static Diagnostic notAMap(String name, Value found) {
      return Diagnostic.of(
          ValuesRules.SUBCHART_VALUES_NOT_A_MAP,
          found.origin().location(),
          "`%s` is %s here, but `%s` is a subchart and takes a map, so Helm stops with a type mismatch."
              .formatted(name, GoKind.of(found), name));
    }
  }
}
