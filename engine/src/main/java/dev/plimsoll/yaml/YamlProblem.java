package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;

/**
 * Something that Helm refuses, or that a bound of ours stopped.
 *
 * @param message one sentence in the manner of {@link dev.plimsoll.diagnostic}
 */
public record YamlProblem(Kind kind, Span span, String message) {

  /** What sort of problem it is. */
  public enum Kind {
    /** The text is no YAML. */
    SYNTAX,
    /** A tab where indentation must be blanks. */
    TAB_INDENTATION,
    /** An alias without an anchor. */
    UNKNOWN_ALIAS,
    /** A value or key that has no JSON form. */
    NOT_JSON,
    /** Too deep, too large, or aliases that multiply. */
    BOUND
  }
}
