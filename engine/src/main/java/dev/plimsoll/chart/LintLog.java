package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Location;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what is wrong with a chart. Of a chart inside another only that counts for which Helm
 * refuses the whole release: the rest is for those who keep that chart.
 *
 * @param remarks whether what {@code helm lint} says is wanted as well
 * @param dependency whether the chart lies inside another
 * @param wanted where the parent asks for it
 * @param refused where charts ask for others that could not be loaded
 */
record LintLog(
    DiagnosticSink sink,
    boolean remarks,
    boolean dependency,
    Optional<Location> wanted,
    Set<Location> refused) {

  /** Something that {@code helm lint} says. */
  void remark(RuleId rule, Location location, String message) {
    if (remarks && !dependency) {
      sink.report(Diagnostic.of(rule, location, message));
    }
  }

  /** Something for which Helm does not load the chart. */
  void refusal(RuleId rule, Location location, String message) {
    if (!dependency) {
      sink.report(Diagnostic.of(rule, location, message));
      return;
    }
    Diagnostic diagnostic = Diagnostic.of(ChartRules.UNLOADABLE_DEPENDENCY, location, message);
    sink.report(
        wanted
            .map(place ->
                diagnostic.withRelated(
                    RelatedLocation.Role.DEFINITION, place, "The parent chart asks for it here."))
            .orElse(diagnostic));
  }
}
