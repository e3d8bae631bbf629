package dev.plimsoll.rules.values;

/**
 * A token of a template action, as far as finding values needs it.
 *
 * @param text of a string its content, of a field its path ({@code .Values.a}, {@code $x.b}), else
 *     as it stands
 */
record ActionToken(Kind kind, String text) {

  /** What a token is. */
  enum Kind {
    /** A path that begins with a dot or a dollar. */
    FIELD,
    /** A path that continues a closing parenthesis: {@code (.Values.a).b}. */
    CHAIN,
    STRING,
    WORD,
    OPEN,
    CLOSE,
    PIPE,
    /** {@code :=} or {@code =}. */
    ASSIGN,
    OTHER
  }
}
