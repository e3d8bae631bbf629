package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlEntry;
import java.util.Optional;
import java.util.Set;

/**
 * A workload that does not say which pods are its own: {@code validateMatchSelector} of Helm's
 * lint, which searches the text for the words.
 */
public final class MissingWorkloadSelector extends RenderRule {

  private static final RuleId ID = new RuleId("missing-workload-selector");
  private static final Set<String> KINDS =
      Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  void check(RenderedRelease release, RuleParameters parameters, Findings findings) {
    for (Manifest manifest : release.rendered().objects()) {
      if (isJudged(manifest) && !hasSelector(manifest)) {
        String message =
            "The %s `%s` has no `spec.selector` with `matchLabels` or `matchExpressions`, so Kubernetes refuses it."
                .formatted(manifest.head().kind(), manifest.head().name());
        place(manifest)
            .map(span ->
                new ObjectPlace(release, manifest, span, "spec.selector").report(ID, message))
            .ifPresent(found -> findings.add(found, release.cells()));
      }
    }
  }

  private static boolean isJudged(Manifest manifest) {
    return KINDS.contains(manifest.head().kind())
        && (manifest.head().apiVersion().startsWith("apps/")
            || manifest.head().apiVersion().startsWith("extensions/"));
  }

  private static boolean hasSelector(Manifest manifest) {
    return Objects.entry(manifest, "spec", "selector", "matchLabels").isPresent()
        || Objects.entry(manifest, "spec", "selector", "matchExpressions").isPresent();
  }

  private static Optional<Span> place(Manifest manifest) {
    return Objects.entry(manifest, "spec", "selector")
        .or(() -> Objects.entry(manifest, "spec"))
        .or(() -> Objects.entry(manifest, "kind"))
        .map(YamlEntry::key)
        .map(key -> key.span());
  }
}
