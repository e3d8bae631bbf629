package dev.plimsoll.cel.policy;

import dev.plimsoll.source.Location;

/**
 * A mistake in a policy or a binding: the API server would refuse it, or ignore it.
 *
 * @param message a sentence without a place
 */
public record PolicyProblem(Location location, String message) {}
