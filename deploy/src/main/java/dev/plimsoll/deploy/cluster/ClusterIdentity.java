package dev.plimsoll.deploy.cluster;

/**
 * Which cluster it is.
 *
 * @param uid of the namespace {@code kube-system}, which lives as long as the cluster
 * @param version of the API server ({@code v1.36.3})
 * @param context through which it is reached
 */
public record ClusterIdentity(String uid, String version, String context) {}
