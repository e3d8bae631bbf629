package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;

/**
 * Something that Helm refuses or silently skips, or that a bound of ours stopped.
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
    /** A value that its explicit tag does not allow, or a merge of something that is no mapping. */
    INVALID_VALUE,
    /** A value or key that has no JSON form. */
    NOT_JSON,
    /** Text behind the end of a document, which Helm skips without a word. */
    IGNORED,
    /** Too deep, too large, or aliases that multiply. */
    BOUND
  }
}
