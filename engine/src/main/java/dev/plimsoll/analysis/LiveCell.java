package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.values.HelmVersion;
import java.util.List;

/**
 * What is known of one cell because somebody has asked its cluster. It is rendered as Helm would
 * render it there and now.
 *
 * @param kubernetes the version of the API server
 * @param apiVersions every API version and kind that it serves
 * @param revision the newest revision of the release; 0 if it is not installed
 */
public record LiveCell(Affected cell, String kubernetes, List<String> apiVersions, int revision) {

  public LiveCell {
    apiVersions = List.copyOf(apiVersions);
  }

  ReleaseOptions release(ReleaseOptions first) {
    return new ReleaseOptions(first.name(), first.namespace(), revision > 0, revision + 1);
  }

  Capabilities capabilities(HelmVersion helm) {
    // Helm takes the version from the server as it is, and cuts only what a person says.
    KubeVersion version =
        KubeVersion.parse(kubernetes, helm)
            .map(parsed ->
                new KubeVersion(kubernetes, parsed.normalized(), parsed.major(), parsed.minor()))
            .orElse(Capabilities.of(helm).kube());
    return new Capabilities(helm, version, apiVersions);
  }
}
