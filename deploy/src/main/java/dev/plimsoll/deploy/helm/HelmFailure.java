package dev.plimsoll.deploy.helm;

/** Helm cannot be started, or refuses. The message is a sentence for people. */
public final class HelmFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public HelmFailure(String message) {
    super(message);
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
