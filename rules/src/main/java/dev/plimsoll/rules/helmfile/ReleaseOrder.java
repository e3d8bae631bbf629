package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which releases of an environment are installed before which. */
final class ReleaseOrder {

  private final EnvironmentReleases releases;
  private final List<String> roots;
  private final boolean isSequential;

  /** The place of each state file in the order in which helmfile comes to them. */
  private final Map<String, Integer> places = new HashMap<>();

  ReleaseOrder(LoadedEnvironment environment, RuleContext context) {
    HelmfileEstate helmfiles = context.estate().helmfiles();
    this.releases = new EnvironmentReleases(environment);
    this.roots = helmfiles.roots();
    this.isSequential = UnorderedHelmfiles.isSequential(context);
    for (StateFile state : environment.states()) {
      places.putIfAbsent(state.file().path(), places.size());
    }
  }

  /** Whether one release is ready when another begins. */
  boolean isBefore(HelmfileRelease one, HelmfileRelease other) {
    if (one.file().equals(other.file())) {
      return needs(other, one.id(), new HashSet<>());
    }
    boolean isEarlier = places.getOrDefault(one.file(), 0) < places.getOrDefault(other.file(), 0);
    return isEarlier && (isSequential || !areAtOnce(one.file(), other.file()));
  }

  private boolean needs(HelmfileRelease release, String wanted, Set<String> seen) {
    for (Located<String> need : release.needs()) {
      if (need.value().equals(wanted)) {
        return true;
      }
      if (seen.add(need.value())) {
        List<HelmfileRelease> next = new ArrayList<>(releases.of(need.value()));
        if (next.stream().anyMatch(each -> needs(each, wanted, seen))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The files of a folder that helmfile was given run at the same time. */
  private boolean areAtOnce(String one, String other) {
    return roots.stream().anyMatch(root -> isDirectlyIn(root, one) && isDirectlyIn(root, other));
  }

  private static boolean isDirectlyIn(String folder, String path) {
    return path.startsWith(folder + "/") && path.indexOf('/', folder.length() + 1) < 0;
  }
}
