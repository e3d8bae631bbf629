package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;
import java.util.Set;
import java.util.TreeSet;

/** A release needs one that is not there. */
public final class UnknownReleaseNeed extends ReleaseRule {

  public UnknownReleaseNeed() {
    super("unknown-release-need");
  }

  @Override
  void check(Release release) {
    Set<String> known = new TreeSet<>();
    Set<String> elsewhere = new TreeSet<>();
    for (HelmfileRelease other : release.environment().releases()) {
      (other.file().equals(release.get().file()) ? known : elsewhere).add(other.id());
    }
    for (Located<String> need : release.get().needs()) {
      if (!known.contains(need.value())) {
        report(release, need, known, elsewhere);
      }
    }
  }

  private static void report(
      Release release, Located<String> need, Set<String> known, Set<String> elsewhere) {
    String what = "`" + release.name() + "` needs `" + need.value() + "`, ";
    if (elsewhere.contains(need.value())) {
      release.report(
          need.location(),
          what
              + "which is in another helmfile: helmfile looks for needs in one file only, so it"
              + " stops.");
      return;
    }
    String meant =
        NearestName.of(need.value(), known)
            .map(near -> "; did you mean `" + near + "`?")
            .orElse(", so helmfile stops; a need is [CONTEXT/][NAMESPACE/]NAME.");
    release.report(need.location(), what + "which is not there" + meant);
  }
}
