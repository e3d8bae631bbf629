package dev.plimsoll.conformance;

/** What became of one thing that was asked of both. */
sealed interface HelmfileResult {

  /** Names the case. */
  String name();

  /**
   * Both say the same.
   *
   * @param isSameText whether the bytes are the same as well as what they mean
   */
  record Equal(String name, boolean isSameText) implements HelmfileResult {}

  /** Neither says anything. */
  record Refused(String name, String helmfile, String plimsoll) implements HelmfileResult {}

  /**
   * They differ.
   *
   * @param cause a short text that is the same for the same cause
   */
  record Different(String name, String cause, String helmfile, String plimsoll)
      implements HelmfileResult {}
}
