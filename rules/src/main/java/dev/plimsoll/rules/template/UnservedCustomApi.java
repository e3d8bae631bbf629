package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.ObjectFindings;
import java.util.Map;

/** A custom resource in a version that its operator has stopped to serve. */
public final class UnservedCustomApi extends RenderRule {

  private static final RuleId ID = new RuleId("unserved-custom-api");

  private static final Map<String, Removal> REMOVALS =
      Map.of(
          "external-secrets.io/v1beta1",
          new Removal("External Secrets 0.17", "external-secrets.io/v1"),
          "cert-manager.io/v1alpha2",
          new Removal("cert-manager 1.6", "cert-manager.io/v1"),
          "cert-manager.io/v1alpha3",
          new Removal("cert-manager 1.6", "cert-manager.io/v1"),
          "cert-manager.io/v1beta1",
          new Removal("cert-manager 1.6", "cert-manager.io/v1"),
          "certmanager.k8s.io/v1alpha1",
          new Removal("cert-manager 0.11", "cert-manager.io/v1"),
          "traefik.containo.us/v1alpha1",
          new Removal("Traefik 3.0", "traefik.io/v1alpha1"),
          "keda.k8s.io/v1alpha1",
          new Removal("KEDA 2.0", "keda.sh/v1alpha1"));

  /**
   * @param since the first release of the operator without the version
   * @param replacement the version of the same kinds that it serves
   */
  private record Removal(String since, String replacement) {}

  public UnservedCustomApi() {
    super(ID);
  }

  @Override
  void check(RenderedRelease release, ObjectFindings findings) {
    for (Manifest manifest : release.rendered().objects()) {
      Removal removal = REMOVALS.get(manifest.head().apiVersion());
      if (removal != null) {
        Objects.entry(manifest, "apiVersion")
            .map(entry ->
                new ObjectPlace(release, manifest, entry.value().span(), "apiVersion")
                    .report(ID, message(manifest, removal)))
            .ifPresent(found -> findings.add(found, release.cells()));
      }
    }
  }

  private static String message(Manifest manifest, Removal removal) {
    return "`%s` %s is not served since %s, so a cluster with it refuses the object; use `%s`."
        .formatted(
            manifest.head().apiVersion(),
            manifest.head().kind(),
            removal.since(),
            removal.replacement());
  }
}
