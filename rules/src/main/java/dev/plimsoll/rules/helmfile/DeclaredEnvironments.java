package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.LoadedEnvironment;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that environments of helmfiles have. */
final class DeclaredEnvironments {

  private DeclaredEnvironments() {}

  /**
   * Every name that some helmfile knows; empty if any name may be good, which is so where there is
   * no helmfile, where one takes whatever it is given, and where one was not loaded to its end.
   */
  static Optional<Set<String>> of(HelmfileEstate helmfiles) {
    if (helmfiles.roots().isEmpty()
        || !helmfiles.openEnvironments().isEmpty()
        || !helmfiles.environments().stream().allMatch(LoadedEnvironment::isComplete)) {
      return Optional.empty();
    }
    Set<String> known = new TreeSet<>();
    for (LoadedEnvironment environment : helmfiles.environments()) {
      known.add(environment.name());
      known.addAll(environment.known().keySet());
    }
    known.add("default");
    return Optional.of(known);
  }
}
