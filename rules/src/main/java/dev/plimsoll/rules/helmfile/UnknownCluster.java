package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.source.Located;
import java.util.Optional;
import java.util.Set;

/** A release goes to a context that is none of the clusters that the project file lists. */
public final class UnknownCluster extends ReleaseRule {

  public UnknownCluster() {
    super("unknown-cluster");
  }

  @Override
  void check(Release release) {
    Set<String> known = release.context().estate().contexts();
    Optional<Located<String>> given = release.get().kubeContext();
    if (known.isEmpty()
        || given.isEmpty()
        || known.contains(given.get().value())
        || release.isUnknown("kubeContext")) {
      return;
    }
    String context = given.get().value();
    String meant =
        NearestName.of(context, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("nothing is known of where these releases go.");
    // One context is one mistake, however many releases go there.
    release.report(
        given.get().location(),
        "None of the `clusters` of `plimsoll.yaml` has the context `" + context + "`; " + meant);
  }
}
