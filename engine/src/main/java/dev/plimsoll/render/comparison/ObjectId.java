package dev.plimsoll.render.comparison;

/**
 * What tells the objects of a release apart. The version of the API does not: the same object can
 * be written in several.
 *
 * @param namespace as the object says it; empty if it says none
 */
public record ObjectId(String kind, String namespace, String name) {

  /** {@code Deployment/shop}, or {@code Deployment/other/shop} where it names a namespace. */
  @Override
  public String toString() {
    return kind + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
