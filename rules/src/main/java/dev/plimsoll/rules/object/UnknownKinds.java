package dev.plimsoll.rules.object;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.rules.object.ObjectVerdicts.Judged;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.origin.SpanOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of an estate that nobody knows a schema for; each is said once. */
final class UnknownKinds {

  private final Map<String, Location> first = new TreeMap<>();
  private final Map<String, List<Affected>> affected = new TreeMap<>();

  void add(String kind, Judged judged) {
    first.computeIfAbsent(
        kind,
        _ ->
            judged
                .object()
                .get("kind")
                .origin()
                .map(SpanOrigin::location)
                .orElseGet(() -> new SourceFile(judged.object().source(), "").start()));
    affected.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(judged.release().cells());
  }

  void reportTo(DiagnosticSink sink) {
    first.forEach((kind, location) ->
        sink.reportNotChecked(
            new NotChecked(
                "Objects of `%s` %s are compared with no schema, because no custom resource definition of the charts or the workspace has that kind."
                    .formatted(
                        kind.substring(0, kind.indexOf(' ')),
                        kind.substring(kind.indexOf(' ') + 1)),
                location,
                affected.getOrDefault(kind, List.of()))));
  }
}
