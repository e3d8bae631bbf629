package dev.plimsoll.deploy.record;

/** A bundle of Sigstore does not prove what it should. The message is a sentence for people. */
final class SigstoreRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  SigstoreRefusal(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
