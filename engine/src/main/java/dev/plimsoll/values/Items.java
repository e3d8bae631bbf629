package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that {@code --set} changes by index. Layers never merge lists. */
final class Items implements Node {

  private final List<Node> nodes = new ArrayList<>();
  private List<Value> chain;

  /** What makes a list that no layer writes out; null for one that a layer has. */
  private final @Nullable Origin place;

  /** A new list that {@code place} implies. */
  Items(Origin place) {
    this.chain = List.of();
    this.place = place;
  }

  Items(ListValue source) {
    this.chain = Chain.of(source);
    this.place = null;
    source.items().forEach(item -> nodes.add(new Fixed(item)));
  }

  List<Node> nodes() {
    return nodes;
  }

  void addWeaker(List<Value> weaker) {
    chain = Chain.join(chain, weaker);
  }

  void addStronger(List<Value> stronger) {
    chain = Chain.join(stronger, chain);
  }

  /** The strongest place that says this list. */
  Origin origin(Origin around) {
    if (!chain.isEmpty()) {
      return chain.getFirst().origin();
    }
    return place == null ? around : place;
  }

  @Override
  public List<Value> chain() {
    return chain;
  }
}
