package dev.plimsoll.rbac;

/**
 * One rule that one subject has, and how it came by it.
 *
 * @param role the role that the binding names
 * @param source the role that says the rule: {@code role}, or one that it aggregates
 */
public record Grant(
    Subject subject, BindingObject binding, RoleObject role, RoleObject source, PolicyRule rule) {

  /** Where it holds; empty for everywhere, objects of the cluster included. */
  public String namespace() {
    return binding.namespace();
  }

  /**
   * Whether it allows a request.
   *
   * @param where the namespace of the request; empty for objects of the cluster
   */
  public boolean allows(AccessRequest request, String where) {
    boolean isThere = namespace().isEmpty() || namespace().equals(where);
    // The API server looks at bindings of the whole cluster alone for what is no object.
    boolean isKnown = request instanceof AccessRequest.Resource || namespace().isEmpty();
    return isThere && isKnown && rule.allows(request);
  }
}
