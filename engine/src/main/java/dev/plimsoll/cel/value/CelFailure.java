package dev.plimsoll.cel.value;

/**
 * The error that an operation results in. An error is an ordinary result in CEL: {@code &&}, {@code
 * ||} and the macros {@code all} and {@code exists} take it back if the other side decides. It
 * therefore costs next to nothing: it has no stack trace.
 */
public final class CelFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean undecided;

  private CelFailure(String message, boolean undecided) {
    super(message, null, false, false);
    this.undecided = undecided;
  }

  /** An error in the sense of CEL. */
  public static CelFailure of(String message) {
    return new CelFailure(message, false);
  }

  /** No overload of {@code function} takes these values. */
  public static CelFailure noOverload(String function, Object... arguments) {
    StringBuilder types = new StringBuilder("no such overload: ").append(function).append('(');
    for (int i = 0; i < arguments.length; i++) {
      types.append(i == 0 ? "" : ", ").append(CelType.of(arguments[i]).name());
    }
    return of(types.append(')').toString());
  }

  /**
   * The value depends on something that is known on a cluster only.
   *
   * @param what is not known, as a noun
   */
  public static CelFailure undecided(String what) {
    return new CelFailure(what, true);
  }

  /** Whether this is no error but something that cannot be known offline. */
  public boolean isUndecided() {
    return undecided;
  }

  /** The message; never null. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
