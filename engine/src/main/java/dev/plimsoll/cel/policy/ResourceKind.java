package dev.plimsoll.cel.policy;

import java.util.Locale;
import java.util.Set;

/**
 * A kind of objects as the API server knows it.
 *
 * @param group empty for the core group
 * @param resource the plural in URLs ({@code deployments})
 */
public record ResourceKind(
    String group, String version, String kind, String resource, boolean namespaced) {

  private static final Set<String> CLUSTER_KINDS =
      Set.of(
          "APIService",
          "CertificateSigningRequest",
          "ClusterRole",
          "ClusterRoleBinding",
          "ClusterTrustBundle",
          "ComponentStatus",
          "CSIDriver",
          "CSINode",
          "CustomResourceDefinition",
          "DeviceClass",
          "FlowSchema",
          "IPAddress",
          "IngressClass",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PriorityClass",
          "PriorityLevelConfiguration",
          "ResourceSlice",
          "RuntimeClass",
          "ServiceCIDR",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeAttachment",
          "VolumeAttributesClass");

  /**
   * The kind as Kubernetes names its own: the plural of a custom one, and whether it is namespaced,
   * its CRD says.
   */
  public static ResourceKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new ResourceKind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        kind,
        plural(kind.toLowerCase(Locale.ROOT)),
        !CLUSTER_KINDS.contains(kind));
  }

  private static String plural(String kind) {
    if (kind.equals("endpoints")) {
      return kind;
    }
    if (kind.endsWith("s") || kind.endsWith("x") || kind.endsWith("ch")) {
      return kind + "es";
    }
    boolean vowelBefore = kind.length() > 1 && "aeiou".indexOf(kind.charAt(kind.length() - 2)) >= 0;
    return kind.endsWith("y") && !vowelBefore
        ? kind.substring(0, kind.length() - 1) + "ies"
        : kind + "s";
  }

  /** Group and version as objects write them. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
