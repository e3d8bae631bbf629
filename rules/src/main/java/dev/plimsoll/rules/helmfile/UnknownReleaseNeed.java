package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A release needs one that is not there. */
public final class UnknownReleaseNeed extends ReleaseRule {

  public UnknownReleaseNeed() {
    super("unknown-release-need");
  }

  @Override
  void check(Release release) {
    for (Located<String> need : release.get().needs()) {
      List<HelmfileRelease> found = release.others().of(need.value());
      if (found.stream().noneMatch(other -> isInSameFile(release, other))) {
        report(release, need, !found.isEmpty());
      }
    }
  }

  private static boolean isInSameFile(Release release, HelmfileRelease other) {
    return other.file().equals(release.get().file());
  }

  private static void report(Release release, Located<String> need, boolean isElsewhere) {
    String what = "`" + release.name() + "` needs `" + need.value() + "`, ";
    if (isElsewhere) {
      release.report(
          need.location(),
          what
              + "which is in another helmfile: helmfile looks for needs in one file only, so it"
              + " stops.");
      return;
    }
    Set<String> known = new TreeSet<>();
    for (HelmfileRelease other : release.others().all()) {
      if (isInSameFile(release, other)) {
        known.add(other.id());
      }
    }
    String meant =
        NearestName.of(need.value(), known)
            .map(near -> "; did you mean `" + near + "`?")
            .orElse(", so helmfile stops; a need is [CONTEXT/][NAMESPACE/]NAME.");
    release.report(need.location(), what + "which is not there" + meant);
  }
}
