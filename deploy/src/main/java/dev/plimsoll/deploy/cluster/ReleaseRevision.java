package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One revision of a release as Helm stores it.
 *
 * @param object the name of the Secret or ConfigMap that holds it
 * @param revision 1 for the first
 * @param status Helm's word ({@code deployed}, {@code pending-upgrade})
 * @param digest of what is stored
 * @param content the stored release: chart, values, manifest, hooks
 */
public record ReleaseRevision(
    String object, int revision, String status, String digest, JsonNode content) {

  /** How the statuses begin of what helm is about to apply. */
  static final String PENDING = "pending-";

  public boolean isPending() {
    return status.startsWith(PENDING) || status.equals("uninstalling");
  }

  public boolean isDeployed() {
    return status.equals("deployed");
  }

  /** The objects as Helm applied them. */
  public String manifest() {
    return Json.text(content, "manifest");
  }

  /** What Helm says of it. */
  public String description() {
    return Json.text(content, "info", "description");
  }

  /** {@code web-1.2.0}. */
  public String chart() {
    JsonNode metadata = Json.at(content, "chart", "metadata");
    return Json.text(metadata, "name") + "-" + Json.text(metadata, "version");
  }

  /** Whether Helm applies it on the server, as Helm 4 does with releases of its own. */
  public boolean isServerSide() {
    return Json.text(content, "apply_method").toLowerCase(Locale.ROOT).equals("ssa");
  }
}
