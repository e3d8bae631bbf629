package dev.plimsoll.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Helm reads of a manifest. Texts that are missing are empty.
 *
 * @param annotations in the order of the text
 */
public record ManifestHead(
    String apiVersion, String kind, String name, Map<String, String> annotations) {

  public ManifestHead {
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }
}
