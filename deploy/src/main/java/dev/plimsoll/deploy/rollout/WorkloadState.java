package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.ObjectKey;
import java.util.Optional;

/**
 * How far a workload is.
 *
 * @param progress in a few words ({@code 1 of 2 ready})
 * @param restarts of the containers of its new pods, all together
 * @param trouble why it will not become ready; empty as long as it may
 */
public record WorkloadState(
    ObjectKey key, boolean ready, String progress, int restarts, Optional<Trouble> trouble) {}
