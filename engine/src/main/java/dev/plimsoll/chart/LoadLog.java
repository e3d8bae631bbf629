package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what is wrong with a chart while it is loaded: about the chart itself, or about a dependency
 * of it.
 *
 * @param wanted where the parent asks for the dependency
 */
record LoadLog(DiagnosticSink sink, RuleId rule, Optional<Location> wanted) {

  /** For the chart that was asked for. */
  static LoadLog ofChart(DiagnosticSink sink) {
    return new LoadLog(sink, ChartRules.UNLOADABLE_CHART, Optional.empty());
  }

  /** For a chart inside it. */
  LoadLog ofDependency(Optional<Location> wantedBy) {
    return new LoadLog(sink, ChartRules.UNLOADABLE_DEPENDENCY, wantedBy);
  }

  /** Reports about a file whose text cannot be shown: better where the parent asks for it. */
  void reportUnread(Location location, String message) {
    if (wanted.isEmpty()) {
      report(location, message);
      return;
    }
    sink.report(
        Diagnostic.of(
                rule,
                wanted.get(),
                "The chart `%s` cannot be loaded: %s%s"
                    .formatted(
                        location.file().path(),
                        message.substring(0, 1).toLowerCase(Locale.ROOT),
                        message.substring(1)))
            .withRelated(RelatedLocation.Role.DEFINITION, location, "The chart is here."));
  }

  void report(Location location, String message) {
    Diagnostic diagnostic = Diagnostic.of(rule, location, message);
    sink.report(
        wanted
            .map(place ->
                diagnostic.withRelated(
                    RelatedLocation.Role.DEFINITION, place, "The parent chart asks for it here."))
            .orElse(diagnostic));
  }
}
