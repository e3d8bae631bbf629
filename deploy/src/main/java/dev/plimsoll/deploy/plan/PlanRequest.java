package dev.plimsoll.deploy.plan;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.helm.HelmCli;
import dev.plimsoll.index.ReleaseInstance;
import java.util.Optional;

/**
 * What a plan is made of.
 *
 * @param result of the analysis with this Helm and what this cluster has answered
 * @param instance the release among those that were analysed
 * @param archive the bytes of the archive that the chart lies in; empty for a folder
 * @param live the newest revision on the cluster; empty if there is none
 * @param author who makes it
 * @param commit of the sources; empty outside a repository
 */
public record PlanRequest(
    AnalysisResult result,
    ReleaseInstance instance,
    Cluster cluster,
    ApiResources resources,
    ClusterIdentity identity,
    HelmCli helm,
    Optional<byte[]> archive,
    Optional<ReleaseRevision> live,
    String author,
    String commit) {}
