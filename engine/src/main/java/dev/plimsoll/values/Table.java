package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map that is being put together. */
final class Table implements Node {

  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Value> deleted = new LinkedHashMap<>();
  private List<Value> chain;

  /** What this was opened from, for as long as nothing has changed but entries. */
  private final @Nullable MapValue source;

  /** The result of freezing; the tree does not change any more once it is there. */
  private @Nullable MapValue frozen;

  /** What makes a map that no layer writes out; null if that is not known. */
  private final @Nullable Origin place;

  /** A new map that no layer says yet. */
  Table() {
    this(null, List.of(), null);
  }

  /** A new map that {@code place} implies. */
  Table(Origin place) {
    this(null, List.of(), place);
  }

  Table(MapValue source) {
    this(source, Chain.of(source), null);
    for (Map.Entry<String, Value> entry : source.entries().entrySet()) {
      entries.put(entry.getKey(), new Fixed(entry.getValue()));
    }
    deleted.putAll(source.deleted());
  }

  private Table(@Nullable MapValue source, List<Value> chain, @Nullable Origin place) {
    this.source = source;
    this.chain = chain;
    this.place = place;
  }

  /**
   * Another map with the same nodes. Maps among them are opened before, so that both see what is
   * merged into them, as both share the map in Go.
   */
  Table shallowCopy() {
    for (String key : List.copyOf(entries.keySet())) {
      table(key);
    }
    Table copy = new Table(null, chain, place);
    copy.entries.putAll(entries);
    copy.deleted.putAll(deleted);
    return copy;
  }

  Map<String, Node> entries() {
    return entries;
  }

  Map<String, Value> deleted() {
    return deleted;
  }

  @Nullable Node get(String key) {
    return entries.get(key);
  }

  /** What stands under {@code key}, which is known to be there. */
  Node at(String key) {
    return Objects.requireNonNull(entries.get(key));
  }

  void put(String key, Node node) {
    entries.put(key, node);
  }

  /** The map under {@code key}, opened for changes; null if there is something else, or nothing. */
  @Nullable Table table(String key) {
    Node node = entries.get(key);
    if (node instanceof Fixed(MapValue map)) {
      Table opened = new Table(map);
      entries.put(key, opened);
      return opened;
    }
    return node instanceof Table table ? table : null;
  }

  /** The map under {@code key}, which is known to be one. */
  Table opened(String key) {
    return Objects.requireNonNull(table(key));
  }

  /** Opens every map below, so that another table can share them. */
  void openAll() {
    for (String key : List.copyOf(entries.keySet())) {
      Table inner = table(key);
      if (inner != null) {
        inner.openAll();
      }
    }
  }

  /**
   * Removes a key because a null says so.
   *
   * @param nil the null, which may stand here or come from a weaker layer
   * @param weaker what it hides
   */
  void delete(String key, Node nil, List<Value> weaker) {
    entries.remove(key);
    noteDeleted(key, Chain.join(nil.chain(), weaker));
  }

  /** Remembers what was deleted from a weaker map, now that it is merged into this one. */
  void noteDeletedOf(Map<String, Value> weakerDeleted) {
    weakerDeleted.forEach((key, value) -> noteDeleted(key, Chain.of(value)));
  }

  private void noteDeleted(String key, List<Value> chain) {
    Value known = deleted.get(key);
    deleted.put(
        key,
        known != null
            ? Chain.extend(known, chain)
            : Chain.extend(chain.getFirst(), chain.subList(1, chain.size())));
  }

  /** Lets what stands under {@code key} win over {@code weaker}. */
  void shadow(String key, List<Value> weaker) {
    Node node = entries.get(key);
    switch (node) {
      case null -> {}
      case Fixed(Value value) -> entries.put(key, new Fixed(Chain.extend(value, weaker)));
      case Table table -> table.addWeaker(weaker);
      case Items items -> items.addWeaker(weaker);
    }
  }

  void addWeaker(List<Value> weaker) {
    chain = Chain.join(chain, weaker);
  }

  void addStronger(List<Value> stronger) {
    chain = Chain.join(stronger, chain);
  }

  @Override
  public List<Value> chain() {
    return chain;
  }

  /** The strongest place that says this map. */
  Origin origin(Origin around) {
    if (!chain.isEmpty()) {
      return chain.getFirst().origin();
    }
    return place == null ? around : place;
  }

  @Nullable MapValue source() {
    return source;
  }

  @Nullable MapValue frozen() {
    return frozen;
  }

  MapValue freezeAs(MapValue result) {
    frozen = result;
    return result;
  }
}
