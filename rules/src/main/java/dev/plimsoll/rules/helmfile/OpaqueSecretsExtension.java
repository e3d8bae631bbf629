package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;

/** A secrets file whose name hides its format from sops. */
public final class OpaqueSecretsExtension extends ReleaseRule {

  public OpaqueSecretsExtension() {
    super("opaque-secrets-extension");
  }

  @Override
  void check(Release release) {
    for (Located<String> entry : Spec.texts(release.spec(), "secrets")) {
      if (entry.value().endsWith(".enc")) {
        release.report(
            entry.location(),
            "sops tells the format of a file by the end of its name, and `.enc` says none, so what"
                + " it decrypts is no YAML; name the file `"
                + entry.value().substring(entry.value().lastIndexOf('/') + 1).replace(".enc", "")
                + "`.");
      }
    }
  }
}
