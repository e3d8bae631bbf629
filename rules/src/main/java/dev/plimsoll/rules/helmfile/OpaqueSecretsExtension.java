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
                + readable(entry.value().substring(entry.value().lastIndexOf('/') + 1))
                + "`.");
      }
    }
  }

  /** The same name with its format at the end. */
  private static String readable(String name) {
    String plain = name.substring(0, name.length() - ".enc".length());
    int format = plain.lastIndexOf('.');
    return format < 0
        ? plain + ".enc.yaml"
        : plain.substring(0, format) + ".enc" + plain.substring(format);
  }
}
