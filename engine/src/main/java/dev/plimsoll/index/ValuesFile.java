package dev.plimsoll.index;

import dev.plimsoll.yaml.YamlFile;

/**
 * A YAML file that holds values or secrets.
 *
 * @param kind what its name and content say it is
 */
public record ValuesFile(YamlFile yaml, Kind kind) {

  /** What a values file is for. */
  public enum Kind {
    VALUES,
    /** Named like a file that sops should encrypt, or encrypted by it. */
    SECRETS
  }
}
