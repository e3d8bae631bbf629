package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * Fields for which helmfile changes a chart before, or its objects after rendering: it then calls
 * kustomize or a program, and what comes out is not what Helm alone makes of the chart.
 */
public final class Chartify {

  private static final String POST_RENDERER = "postRenderer";

  private static final List<String> FIELDS =
      List.of(
          "jsonPatches",
          "strategicMergePatches",
          "transformers",
          "dependencies",
          "forceNamespace",
          POST_RENDERER);

  private Chartify() {}

  /**
   * The field of a release that does so.
   *
   * @param name of the field
   */
  public record Change(String name, Location location) {

    /** A sentence about it. */
    public String reason(HelmfileRelease release) {
      return "`"
          + name
          + "` changes what Helm alone makes of `"
          + release.name().value()
          + "`, and was not applied.";
    }
  }

  /** The first such field of a release. */
  public static Optional<Change> of(HelmfileRelease release) {
    for (String field : FIELDS) {
      if (isSaid(release.spec(), field)) {
        return Optional.of(new Change(field, Nodes.keyPlace(release.spec(), field)));
      }
    }
    MapValue defaults = Nodes.mapAt(release.stateSpec(), "helmDefaults");
    return isSaid(defaults, POST_RENDERER)
        ? Optional.of(new Change(POST_RENDERER, Nodes.keyPlace(defaults, POST_RENDERER)))
        : Optional.empty();
  }

  private static boolean isSaid(MapValue fields, String field) {
    return !Nodes.isEmpty(fields.entries().get(field));
  }
}
