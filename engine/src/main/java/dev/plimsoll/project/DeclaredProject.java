package dev.plimsoll.project;

import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a project file says, before discovery completes it.
 *
 * @param releases empty if the file leaves them to discovery
 * @param compared the environments that {@code parity} names
 */
record DeclaredProject(
    Optional<HelmVersion> helm,
    PodKinds pods,
    List<Project.Cluster> clusters,
    List<Environment> environments,
    Optional<List<ReleaseSpec>> releases,
    OwnRules ownRules,
    List<RuleSetting> rules,
    List<Suppression> suppressions,
    List<Located<String>> compared) {

  /** What a workspace without a project file says. */
  static DeclaredProject nothing(RuleCatalog catalog) {
    return new DeclaredProject(
        Optional.empty(),
        PodKinds.KNOWN,
        List.of(),
        List.of(),
        Optional.empty(),
        OwnRules.none(catalog),
        List.of(),
        List.of(),
        List.of());
  }
}
