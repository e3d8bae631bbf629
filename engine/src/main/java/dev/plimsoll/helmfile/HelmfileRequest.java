package dev.plimsoll.helmfile;

/**
 * How helmfiles are loaded.
 *
 * @param permissions what the person allows
 * @param options what the person asks for
 */
public record HelmfileRequest(Permissions permissions, LoadOptions options) {

  /** Nothing is allowed and nothing special asked for. */
  public static final HelmfileRequest DEFAULT =
      new HelmfileRequest(Permissions.NONE, LoadOptions.NONE);
}
