package dev.plimsoll.template.eval;

/** What a field gives that a map does not have: Go's {@code missingkey} option. */
public enum MissingKey {
  /** The zero value of the map's element type: Helm. */
  ZERO,
  /** An error: helmfile, and Helm where it is strict. */
  ERROR
}
