package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.List;

/** A list that {@code --set} changes by index. Layers never merge lists. */
final class Items implements Node {

  private final List<Node> nodes = new ArrayList<>();
  private List<Value> chain;

  Items() {
    this.chain = List.of();
  }

  Items(ListValue source) {
    this.chain = Chain.of(source);
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

  @Override
  public List<Value> chain() {
    return chain;
  }
}
