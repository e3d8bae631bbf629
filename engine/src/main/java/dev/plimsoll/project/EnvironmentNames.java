package dev.plimsoll.project;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.List;

/** Checks names of environments that the project file uses, once all environments are known. */
final class EnvironmentNames {

  private final ProjectNodes nodes;
  private final List<String> known = new ArrayList<>();

  EnvironmentNames(ProjectNodes nodes, List<Environment> environments) {
    this.nodes = nodes;
    for (Environment environment : environments) {
      known.add(environment.name().value());
    }
  }

  void check(Located<String> name) {
    if (known.contains(name.value())) {
      return;
    }
    nodes.misspelt(
        ProjectRules.INVALID_PROJECT_FILE,
        name.location().span(),
        "There is no environment `" + ProjectNodes.shortened(name.value()) + "`",
        NearestName.of(name.value(), known));
  }
}
