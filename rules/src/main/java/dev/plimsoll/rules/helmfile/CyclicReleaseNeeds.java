package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Releases that need each other in a circle. */
public final class CyclicReleaseNeeds extends ReleaseRule {

  public CyclicReleaseNeeds() {
    super("cyclic-release-needs");
  }

  @Override
  void check(Release release) {
    Map<String, HelmfileRelease> byId = new HashMap<>();
    release.environment().releases().forEach(other -> byId.putIfAbsent(other.id(), other));
    for (Located<String> need : release.get().needs()) {
      List<String> way = way(need.value(), release.get().id(), byId, new ArrayList<>());
      if (!way.isEmpty()) {
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

  /** The way from a release to a target, which it ends with; empty if there is none. */
  private static List<String> way(
      String from, String target, Map<String, HelmfileRelease> byId, List<String> seen) {
    if (seen.contains(from)) {
      return List.of();
    }
    seen.add(from);
    if (from.equals(target)) {
      return List.of(from);
    }
    HelmfileRelease release = byId.get(from);
    if (release != null) {
      for (Located<String> need : release.needs()) {
        List<String> rest = way(need.value(), target, byId, seen);
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
