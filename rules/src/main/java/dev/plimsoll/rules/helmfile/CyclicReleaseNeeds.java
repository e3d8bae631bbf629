package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.List;

/** Releases that need each other in a circle. */
public final class CyclicReleaseNeeds extends ReleaseRule {

  public CyclicReleaseNeeds() {
    super("cyclic-release-needs");
  }

  @Override
  void check(Release release) {
    for (Located<String> need : release.get().needs()) {
      List<String> way = way(need.value(), release.get().id(), release.others(), new ArrayList<>());
      if (!way.isEmpty() && isFirst(release, way)) {
        release.report(
            need.location(),
            "`"
                + release.name()
                + "` needs itself in the end ("
                + String.join(" -> ", way)
                + "), so helmfile finds no order and stops.");
        return;
      }
    }
  }

  /** A circle is one mistake, said of the release in it that stands first. */
  private static boolean isFirst(Release release, List<String> circle) {
    return release.others().all().stream()
        .map(HelmfileRelease::id)
        .filter(circle::contains)
        .findFirst()
        .filter(release.get().id()::equals)
        .isPresent();
  }

  /** The way from a release to a target, which it ends with; empty if there is none. */
  private static List<String> way(
      String from, String target, EnvironmentReleases releases, List<String> seen) {
    if (seen.contains(from)) {
      return List.of();
    }
    seen.add(from);
    if (from.equals(target)) {
      return List.of(from);
    }
    List<HelmfileRelease> found = releases.of(from);
    if (!found.isEmpty()) {
      for (Located<String> need : found.getFirst().needs()) {
        List<String> rest = way(need.value(), target, releases, seen);
        if (!rest.isEmpty()) {
          List<String> way = new ArrayList<>();
          way.add(from);
          way.addAll(rest);
          return way;
        }
      }
    }
    return List.of();
  }
}
