package dev.plimsoll.rbac;

/** How roles name a kind, by whoever knows it: the schemas of a version, or a live cluster. */
@FunctionalInterface
public interface KindLookup {

  /**
   * The name of a kind; never missing, as one that nobody knows is made of the kind.
   *
   * @param apiVersion {@code apps/v1}
   */
  ResourceName of(String apiVersion, String kind);
}
