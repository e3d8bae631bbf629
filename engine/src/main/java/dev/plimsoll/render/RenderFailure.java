package dev.plimsoll.render;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.List;

/**
 * Why Helm refuses to render a chart.
 *
 * @param message what Helm prints behind {@code Error:}; empty where its words are not known, ours
 *     for a {@link Kind#BOUND}
 * @param diagnostics the same for people, each with its place; at least one
 */
public record RenderFailure(Kind kind, String message, List<Diagnostic> diagnostics)
    implements RenderOutcome {

  /** Where Helm stops. */
  public enum Kind {
    /** Before anything is rendered: the chart, its dependencies, the name of the release. */
    CHART,
    /** The values break a schema. */
    SCHEMA,
    /** A template has a syntax error. */
    SYNTAX,
    /** A template stopped while it ran. */
    EXECUTION,
    /** A rendered document is no YAML, or no object. */
    MANIFEST,
    /** A bound of ours. */
    BOUND
  }

  public RenderFailure {
    diagnostics = List.copyOf(diagnostics);
  }
}
