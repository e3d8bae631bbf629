package dev.plimsoll.kubernetes;

/**
 * A kind that can be created.
 *
 * @param isNamespaced whether its objects live in a namespace
 */
public record ApiResource(String apiVersion, String kind, boolean isNamespaced, Schema schema) {

  /** The group of an API version; empty for the core. */
  public static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
