package dev.plimsoll.deploy.cluster;

/** The cluster did not do what it was asked for. The message is a sentence for people. */
public final class ClusterFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** What kind of no it was. */
  public enum Kind {
    /** No answer, or one that says that the server is not ready. */
    UNREACHABLE,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    INVALID,
    OTHER
  }

  private final Kind kind;

  ClusterFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the same question may be answered a little later. */
  public boolean isTransient() {
    return kind == Kind.UNREACHABLE;
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  static Kind kindOf(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 400, 413, 415, 422 -> Kind.INVALID;
      case 429, 500, 502, 503, 504 -> Kind.UNREACHABLE;
      default -> Kind.OTHER;
    };
  }
}
