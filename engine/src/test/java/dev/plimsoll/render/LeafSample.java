package dev.plimsoll.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Some of many leaves, the same for the same seed.
 *
 * @param bound how many of one render; 0 for all
 */
record LeafSample(int bound, long seed) {

  /**
   * The leaves to change, in the order in which they come.
   *
   * @param render a name, so that two renders of one chart have different leaves
   */
  List<LeafMutation> of(List<LeafMutation> leaves, String render) {
    if (bound == 0 || leaves.size() <= bound) {
      return leaves;
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(seed * 31 + render.hashCode()));
    return places.subList(0, bound).stream().sorted().map(leaves::get).toList();
  }

  @Override
  public String toString() {
    return bound == 0
        ? "all leaves of each render"
        : "at most %d leaves of each render, seed %d".formatted(bound, seed);
  }
}
