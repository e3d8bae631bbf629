package dev.plimsoll.rbac;

/** How roles name the kinds of objects. */
@FunctionalInterface
public interface ResourceNaming {

  /**
   * The name of a kind.
   *
   * @param apiVersion {@code apps/v1}
   * @param kind {@code Deployment}
   */
  ResourceName of(String apiVersion, String kind);
}
