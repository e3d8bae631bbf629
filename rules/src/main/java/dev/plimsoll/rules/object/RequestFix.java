package dev.plimsoll.rules.object;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Wanted;
import java.util.Optional;

/**
 * Brings a request and its limit together. Usually somebody has raised the request and has not
 * thought of the limit, so a higher limit comes first.
 */
final class RequestFix {

  private RequestFix() {}

  /** The diagnostic on a request with what can be done about it. */
  static Diagnostic offer(
      ObjectFindings findings, ReleaseObjects release, Field request, Diagnostic found) {
    Optional<Field> resources = request.parent().flatMap(Field::parent);
    if (resources.isEmpty()) {
      return found;
    }
    Field limit = resources.get().get("limits", request.key());
    Diagnostic raised = findings.withFix(found, release, limit, amount(request));
    // A limit that is null forbids any request.
    return limit.exists() ? findings.withFix(raised, release, request, amount(limit)) : raised;
  }

  /** An amount needs no quotes, whatever its unit. */
  private static Wanted amount(Field field) {
    return new Wanted.Content(field.text().orElse(""), false, Applicability.UNSAFE);
  }
}
