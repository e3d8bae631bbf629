package dev.plimsoll.helmfile;

import java.util.List;

/**
 * How helmfiles are loaded.
 *
 * @param permissions what the person allows
 * @param options what the person asks for
 * @param roots the helmfiles and folders that the person names; empty for those of the workspace
 * @param environments those that the person names; empty for all
 */
public record HelmfileRequest(
    Permissions permissions, LoadOptions options, List<String> roots, List<String> environments) {

  /** Nothing is allowed and nothing special asked for. */
  public static final HelmfileRequest DEFAULT =
      new HelmfileRequest(Permissions.NONE, LoadOptions.NONE, List.of(), List.of());

  public HelmfileRequest {
    roots = List.copyOf(roots);
    environments = List.copyOf(environments);
  }
}
