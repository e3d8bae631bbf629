package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping among {@code secrets}, which helmfile takes for an encrypted document. */
final class InlineSecret {

  /** What people write beside a path, which helmfile knows without it. */
  private static final Set<String> SAYING = Set.of("path", "file", "encrypted", "name", "sops");

  private InlineSecret() {}

  static StateFailure report(MapValue map, Notes notes) {
    Optional<Located<String>> path = Nodes.textAt(map, "path").or(() -> Nodes.textAt(map, "file"));
    String meant =
        path.map(found -> "; write `- " + found.value() + "`.")
            .orElse("; name a file that sops has encrypted.");
    Diagnostic found =
        Diagnostic.of(
            HelmfileRules.INLINE_SECRETS,
            Nodes.start(map),
            "helmfile takes a mapping among `secrets` for a document that sops has encrypted, so"
                + " decrypting it fails"
                + meant);
    notes.report(path.flatMap(file -> replacement(map, file)).map(found::withFix).orElse(found));
    return StateFailure.reported();
  }

  /** The path alone, where the mapping is a block of plain lines that say no more than it. */
  private static Optional<Fix> replacement(MapValue map, Located<String> path) {
    SourceFile source = path.location().file();
    int start = source.text().length();
    int end = 0;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Origin origin = entry.getValue().origin();
      Span key = origin.keySpan();
      if (!SAYING.contains(entry.getKey())
          || key == null
          || !origin.layer().file().equals(source)) {
        return Optional.empty();
      }
      start = Math.min(start, key.start());
      end = Math.max(end, origin.span().end());
    }
    String before = source.text().substring(0, start).stripTrailing();
    if (!before.endsWith("-") || source.text().substring(start, end).contains("{{")) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "Write the path alone",
            Fix.Applicability.SAFE,
            List.of(
                new TextEdit(
                    source.at(new Span(start, end)), source.text(path.location().span())))));
  }
}
