package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.kubernetes.ApiLifecycles;
import dev.plimsoll.kubernetes.ApiLifecycles.Lifecycle;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.RuleParameters;
import java.util.Optional;

/** An object of an API version that the Kubernetes of its cluster deprecates or has removed. */
public final class DeprecatedApiVersion extends RenderRule {

  private static final RuleId ID = new RuleId("deprecated-api-version");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  void check(RenderedRelease release, RuleParameters parameters, Findings findings) {
    int minor = ApiLifecycles.minor(release.rendered().kubernetes());
    for (Manifest manifest : release.rendered().objects()) {
      ApiLifecycles.of(manifest.head().apiVersion(), manifest.head().kind())
          .filter(lifecycle -> minor >= lifecycle.deprecated())
          .flatMap(lifecycle -> diagnostic(release, manifest, message(manifest, lifecycle, minor)))
          .ifPresent(found -> findings.add(found, release.cells()));
    }
  }

  private static Optional<Diagnostic> diagnostic(
      RenderedRelease release, Manifest manifest, String message) {
    return Objects.entry(manifest, "apiVersion")
        .map(entry ->
            new ObjectPlace(release, manifest, entry.value().span(), "apiVersion")
                .report(ID, message));
  }

  private static String message(Manifest manifest, Lifecycle lifecycle, int minor) {
    String what = "`%s` %s".formatted(manifest.head().apiVersion(), manifest.head().kind());
    String when =
        minor >= lifecycle.removed()
            ? what
                + " is gone since Kubernetes 1."
                + lifecycle.removed()
                + ", so a cluster of 1."
                + minor
                + " refuses the object"
            : what
                + " is deprecated since Kubernetes 1."
                + lifecycle.deprecated()
                + " and gone in 1."
                + lifecycle.removed();
    return lifecycle.replacement().isEmpty()
        ? when + "."
        : when + "; use `" + lifecycle.replacement() + "`.";
  }
}
