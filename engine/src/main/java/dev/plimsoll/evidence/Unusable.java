package dev.plimsoll.evidence;

/** A report proves nothing. The message is a sentence for people. */
public final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }

  /** Why, in a sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
