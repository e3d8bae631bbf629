package dev.plimsoll.rbac;

/** What an account may or may not do. */
public sealed interface AccessRequest {

  String verb();

  /**
   * To do something to objects.
   *
   * @param group empty for the core group
   * @param resource the plural name of the kind ({@code deployments})
   * @param subresource {@code log} of {@code pods/log}; empty for the object itself
   * @param name of the object; empty for any
   */
  record Resource(String verb, String group, String resource, String subresource, String name)
      implements AccessRequest {

    /** Any object; the resource may have a subresource behind a slash. */
    public static Resource of(String verb, String group, String combined) {
      int slash = combined.indexOf('/');
      return slash < 0
          ? new Resource(verb, group, combined, "", "")
          : new Resource(
              verb, group, combined.substring(0, slash), combined.substring(slash + 1), "");
    }

    /** The same to one object. */
    public Resource named(String one) {
      return new Resource(verb, group, resource, subresource, one);
    }

    /** {@code pods/log}, as roles write it. */
    public String combined() {
      return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
  }

  /**
   * To ask for a path that is no object.
   *
   * @param path {@code /metrics}
   */
  record Url(String verb, String path) implements AccessRequest {}
}
