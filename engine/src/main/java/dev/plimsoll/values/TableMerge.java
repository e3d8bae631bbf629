package dev.plimsoll.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a weaker table under a stronger one: Helm's {@code coalesceTablesFullKey} and {@code
 * cleanNilValues}.
 */
final class TableMerge {

  private final NullHandling nulls;
  private final List<LayeringNote> notes;

  /**
   * @param notes takes what Helm only logs
   */
  TableMerge(NullHandling nulls, List<LayeringNote> notes) {
    this.nulls = nulls;
    this.notes = notes;
  }

  /**
   * Adds to {@code strong} what {@code weak} has and it has not.
   *
   * @param path of both tables
   * @param keepNulls whether nulls stay instead of deleting what they hide
   */
  void merge(Table strong, Table weak, ValuePath path, boolean keepNulls) {
    Map<String, Optional<Node>> hidden = hideUnderNulls(strong, weak);
    for (Map.Entry<String, Node> entry : List.copyOf(weak.entries().entrySet())) {
      String key = entry.getKey();
      Optional<Node> original = hidden.getOrDefault(key, Optional.of(entry.getValue()));
      mergeEntry(strong, weak, key, original, path, keepNulls);
    }
    strong.noteDeletedOf(weak.deleted());
    strong.addWeaker(weak.chain());
  }

  /**
   * Puts the nulls of the stronger table into the weaker one, as Helm does: the weaker one may be
   * part of another table as well.
   *
   * @return what stood there; empty for nothing
   */
  private Map<String, Optional<Node>> hideUnderNulls(Table strong, Table weak) {
    if (!nulls.visitsUnknown()) {
      return Map.of();
    }
    Map<String, Optional<Node>> hidden = new HashMap<>();
    for (Map.Entry<String, Node> entry : strong.entries().entrySet()) {
      if (entry.getValue().isNil()) {
        hidden.put(entry.getKey(), Optional.ofNullable(weak.get(entry.getKey())));
        weak.put(entry.getKey(), entry.getValue());
      }
    }
    return hidden;
  }

  private void mergeEntry(
      Table strong,
      Table weak,
      String key,
      Optional<Node> original,
      ValuePath path,
      boolean keepNulls) {
    Node winner = strong.get(key);
    if (winner == null) {
      original.ifPresent(node -> strong.put(key, node));
    } else if (winner.isNil() && !keepNulls && deletes(original)) {
      strong.delete(key, winner, original.map(Node::chain).orElse(List.of()));
    } else {
      Table strongTable = strong.table(key);
      Table weakTable = weak.table(key);
      if (strongTable != null && weakTable != null) {
        merge(strongTable, weakTable, path.key(key), keepNulls);
      } else {
        original.ifPresent(node -> lose(strong, key, node, path));
      }
    }
  }

  /** Whether a null removes its key, given what it hides in the weaker table. */
  private boolean deletes(Optional<Node> hidden) {
    return hidden
        .map(node -> !node.isNil() || nulls.deletesOverNull())
        .orElse(nulls.deletesUnknown());
  }

  /**
   * Lets what stands in {@code strong} win over a node that cannot be merged with it.
   *
   * @param path of {@code strong}
   */
  void lose(Table strong, String key, Node loser, ValuePath path) {
    strong.shadow(key, loser.chain());
    Node winner = strong.get(key);
    if (winner == null || winner.isNil() || loser.isNil()) {
      return;
    }
    boolean winnerIsTable = isTable(winner);
    if (winnerIsTable != isTable(loser)) {
      note(
          winnerIsTable ? LayeringNote.Kind.LEAF_UNDER_TABLE : LayeringNote.Kind.TABLE_OVERWRITTEN,
          path.key(key),
          winner,
          loser);
    }
  }

  void note(LayeringNote.Kind kind, ValuePath path, Node winner, Node loser) {
    List<Value> winners = winner.chain();
    List<Value> losers = loser.chain();
    if (!winners.isEmpty() && !losers.isEmpty()) {
      notes.add(new LayeringNote(kind, path.toString(), winners.getFirst(), losers.getFirst()));
    }
  }

  static boolean isTable(Node node) {
    return switch (node) {
      case Table _ -> true;
      case Items _ -> false;
      case Fixed(Value value) -> value instanceof MapValue;
    };
  }

  /** Drops every null inside a table, at any depth but not in lists. */
  static void dropNulls(Table table) {
    for (String key : List.copyOf(table.entries().keySet())) {
      Node node = table.at(key);
      if (node.isNil()) {
        table.delete(key, node, List.of());
      } else if (hasNulls(node)) {
        dropNulls(table.opened(key));
      }
    }
  }

  /** Whether there is a null to drop: most tables have none and need not be opened. */
  static boolean hasNulls(Node node) {
    return switch (node) {
      case Items _ -> false;
      case Fixed(Value value) -> value instanceof MapValue map && hasNulls(map);
      case Table table -> {
        for (Node inner : table.entries().values()) {
          if (inner.isNil() || hasNulls(inner)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean hasNulls(MapValue map) {
    for (Value value : map.entries().values()) {
      if (value instanceof ScalarValue(GoScalar.Nil _, _, _)
          || (value instanceof MapValue inner && hasNulls(inner))) {
        return true;
      }
    }
    return false;
  }
}
