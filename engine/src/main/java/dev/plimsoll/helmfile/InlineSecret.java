package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.Optional;

/** A mapping among {@code secrets}, which helmfile takes for an encrypted document. */
final class InlineSecret {

  private InlineSecret() {}

  static StateFailure report(MapValue map, Notes notes) {
    Optional<Located<String>> path = Nodes.textAt(map, "path").or(() -> Nodes.textAt(map, "file"));
    String meant =
        path.map(found -> "; write `- " + found.value() + "`.")
            .orElse("; name a file that sops has encrypted.");
    notes.report(
        Diagnostic.of(
            HelmfileRules.INLINE_SECRETS,
            Nodes.start(map),
            "helmfile takes a mapping among `secrets` for a document that sops has encrypted, so"
                + " decrypting it fails"
                + meant));
    return StateFailure.reported();
  }
}
