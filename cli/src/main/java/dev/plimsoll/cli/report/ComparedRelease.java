package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.render.comparison.ChartComparison;
import java.util.Optional;

/**
 * What a move from one Helm to another does to a release.
 *
 * @param comparison empty if one of the two renders nothing
 * @param problem why there is no comparison, with the Helm that says so; empty if there is one
 * @param isNew whether only the Helm that is moved to has the problem
 */
public record ComparedRelease(
    Affected cell, Optional<ChartComparison> comparison, String problem, boolean isNew) {

  public static ComparedRelease of(Affected cell, ChartComparison comparison) {
    return new ComparedRelease(cell, Optional.of(comparison), "", false);
  }

  public static ComparedRelease failed(Affected cell, String problem, boolean isNew) {
    return new ComparedRelease(cell, Optional.empty(), problem, isNew);
  }
}
