package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.render.RenderedChart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One render, and the cells that share it.
 *
 * @param release stands for all of them
 */
public record RenderedRelease(
    ReleaseInstance release, RenderedChart rendered, List<Affected> cells) {

  /** The render behind some objects; empty for those of a file. */
  static Optional<RenderedRelease> of(ReleaseObjects objects) {
    return objects
        .release()
        .flatMap(release ->
            release
                .rendered()
                .map(rendered -> new RenderedRelease(release, rendered, objects.cells())));
  }

  /** Every render of the estate once, in the order of the releases. */
  public static List<RenderedRelease> all(Estate estate) {
    IdentityHashMap<RenderedChart, RenderedRelease> known = new IdentityHashMap<>();
    List<RenderedRelease> all = new ArrayList<>();
    for (ReleaseInstance release : estate.releases()) {
      Optional<RenderedChart> rendered = release.rendered();
      if (rendered.isEmpty()) {
        continue;
      }
      RenderedRelease found = known.get(rendered.get());
      if (found == null) {
        found = new RenderedRelease(release, rendered.get(), new ArrayList<>());
        known.put(rendered.get(), found);
        all.add(found);
      }
      found.cells.add(release.cell());
    }
    return all;
  }
}
