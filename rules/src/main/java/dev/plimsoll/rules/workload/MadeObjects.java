package dev.plimsoll.rules.workload;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.List;
import java.util.Optional;

/** The objects that controllers make of others: nobody brings them, and they will be there. */
final class MadeObjects {

  private MadeObjects() {}

  /** The names of the objects of a kind that somebody will make of {@code object}. */
  static List<String> of(KubernetesObject object, String kind) {
    return switch (kind) {
      case "Secret" -> secret(object).stream().toList();
      case "ConfigMap" ->
          object.kind().equals("Bundle") ? List.of(object.name()) : List.<String>of();
      default -> List.of();
    };
  }

  private static Optional<String> secret(KubernetesObject object) {
    return switch (object.kind()) {
      // external-secrets.io: without a target name the object's own.
      case "ExternalSecret" -> orOwnName(object, object.get("spec", "target", "name"));
      case "SealedSecret" -> orOwnName(object, object.get("spec", "template", "metadata", "name"));
      case "Certificate" -> object.get("spec", "secretName").text();
      case "SopsSecret", "VaultStaticSecret", "VaultDynamicSecret" ->
          orOwnName(object, object.get("spec", "destination", "name"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> orOwnName(KubernetesObject object, Field name) {
    return name.text().filter(text -> !text.isEmpty()).or(() -> Optional.of(object.name()));
  }
}
