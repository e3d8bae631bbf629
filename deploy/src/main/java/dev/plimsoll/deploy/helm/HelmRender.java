package dev.plimsoll.deploy.helm;

import dev.plimsoll.deploy.json.Json;
import tools.jackson.databind.JsonNode;

/** What helm says it would apply. */
public final class HelmRender {

  private HelmRender() {}

  /**
   * A release as {@code helm template} prints it: its objects, then its hooks.
   *
   * @param release the JSON that a dry run prints
   */
  public static String of(JsonNode release) {
    StringBuilder text = new StringBuilder(Json.text(release, "manifest").strip()).append('\n');
    for (JsonNode hook : release.path("hooks")) {
      text.append("---\n# Source: ")
          .append(Json.text(hook, "path"))
          .append('\n')
          .append(Json.text(hook, "manifest"))
          .append('\n');
    }
    return text.toString();
  }
}
