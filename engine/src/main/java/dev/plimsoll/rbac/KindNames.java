package dev.plimsoll.rbac;

import dev.plimsoll.kubernetes.ApiResource;
import dev.plimsoll.kubernetes.KubernetesSchemas;
import java.util.Optional;

/** Reads resources as people name them. */
public final class KindNames {

  private KindNames() {}

  /**
   * A resource as {@code kubectl} takes it: {@code pods}, {@code pods/log}, {@code
   * deployments.apps}. Without a group it is that of the kind that Kubernetes itself has.
   *
   * @return the plural with its subresource; empty for a plural that Kubernetes does not have
   */
  public static Optional<ResourceName> resource(String text) {
    int slash = text.indexOf('/');
    String whole = slash < 0 ? text : text.substring(0, slash);
    String subresource = slash < 0 ? "" : text.substring(slash);
    int dot = whole.indexOf('.');
    if (dot > 0) {
      return Optional.of(
          new ResourceName(
              whole.substring(dot + 1), whole.substring(0, dot) + subresource, true, false));
    }
    if (whole.equals("*")) {
      return Optional.of(new ResourceName("*", whole + subresource, true, false));
    }
    int newest = KubernetesSchemas.minors().getLast();
    return KubernetesSchemas.ofMinor(newest).resources().stream()
        .filter(known -> ResourceNames.plural(known.kind()).equals(whole))
        .map(known ->
            new ResourceName(
                ApiResource.group(known.apiVersion()),
                whole + subresource,
                known.isNamespaced(),
                false))
        .findFirst();
  }
}
