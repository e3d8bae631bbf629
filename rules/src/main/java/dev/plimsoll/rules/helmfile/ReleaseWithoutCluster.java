package dev.plimsoll.rules.helmfile;

import dev.plimsoll.source.Location;
import java.util.regex.Pattern;

/** An environment beside others whose releases go to whatever context is current. */
public final class ReleaseWithoutCluster extends ReleaseRule {

  private static final Pattern GIVEN = PipelineFlags.helmfileWith("--kube-context");

  public ReleaseWithoutCluster() {
    super("release-without-cluster");
  }

  @Override
  void check(Release release) {
    boolean isAlone = release.environment().known().size() < 2;
    if (isAlone
        || release.get().kubeContext().isPresent()
        || !release.isOfDeclaredEnvironment()
        || release.isUnknown("kubeContext")
        || PipelineFlags.areSaid(GIVEN, release.context())) {
      return;
    }
    String environment = release.environment().name();
    Location place =
        release
            .declaredEnvironments()
            .get(environment)
            .map(value -> value.origin().keyLocation())
            .orElse(release.get().location());
    release.report(
        place,
        "`"
            + environment
            + "` names no cluster, so its releases go to whatever context is current; give it a"
            + " `kubeContext`.");
  }
}
