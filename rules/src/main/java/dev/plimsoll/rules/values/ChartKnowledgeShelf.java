package dev.plimsoll.rules.values;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What is known of each chart, found out once for all rules and kept for as long as the chart stays
 * as it is. Thread-safe.
 */
public final class ChartKnowledgeShelf {

  /** A chart that changed has another renderer. */
  private final Map<ChartRenderer, ChartKnowledge> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  ChartKnowledge of(ReleaseInstance release) {
    return known.computeIfAbsent(
        release.renderer(), renderer -> ChartKnowledge.of(release.chart(), renderer));
  }
}
