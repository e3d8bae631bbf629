package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.render.RenderedChart;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which renders have workloads that do not notice a change of their configuration, found out once
 * for all rules and kept for as long as a render stays as it is. Thread-safe.
 */
public final class UnnoticedConfigShelf {

  /** Of the last estate; nothing but the render decides. */
  private IdentityHashMap<RenderedChart, List<Diagnostic>> known = new IdentityHashMap<>();

  /** What is to be said of each render. */
  synchronized Map<RenderedChart, List<Diagnostic>> of(List<RenderedRelease> releases) {
    IdentityHashMap<RenderedChart, List<Diagnostic>> now = new IdentityHashMap<>();
    for (RenderedRelease release : releases) {
      List<Diagnostic> before = known.get(release.rendered());
      now.put(
          release.rendered(), before == null ? new UnnoticedConfigSearch(release).run() : before);
    }
    known = now;
    return now;
  }
}
