package dev.plimsoll.rules.object;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.kubernetes.KubernetesSchemas;
import dev.plimsoll.rules.object.ObjectVerdicts.Judged;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.origin.SpanOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of an estate that nobody knows a schema for, and the versions of Kubernetes that are
 * not known; each is said once.
 */
final class NotCompared {

  private final Map<String, Location> first = new TreeMap<>();
  private final Map<String, List<Affected>> affected = new TreeMap<>();

  void add(Judged judged) {
    judged
        .verdict()
        .unknownKind()
        .ifPresent(kind -> {
          int blank = kind.indexOf(' ');
          add(
              judged,
              "Objects of `%s` %s are compared with no schema, because no custom resource definition of the charts or the workspace has that kind."
                  .formatted(kind.substring(0, blank), kind.substring(blank + 1)));
        });
    KubernetesSchemas schemas = KubernetesSchemas.forVersion(judged.kubernetes());
    if (!schemas.isOf(judged.kubernetes())) {
      add(
          judged,
          "Objects for Kubernetes %s.%s are compared with the schemas of 1.%d, the nearest version that is known."
              .formatted(
                  judged.kubernetes().major(), judged.kubernetes().minor(), schemas.minor()));
    }
  }

  private void add(Judged judged, String reason) {
    first.computeIfAbsent(
        reason,
        _ ->
            judged
                .object()
                .get("kind")
                .origin()
                .map(SpanOrigin::location)
                .orElseGet(() -> new SourceFile(judged.object().source(), "").start()));
    affected.computeIfAbsent(reason, _ -> new ArrayList<>()).addAll(judged.release().cells());
  }

  void reportTo(DiagnosticSink sink) {
    first.forEach((reason, location) ->
        sink.reportNotChecked(
            new NotChecked(reason, location, affected.getOrDefault(reason, List.of()))));
  }
}
