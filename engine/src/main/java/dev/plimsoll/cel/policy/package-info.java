/**
 * {@code ValidatingAdmissionPolicy} and its binding, loaded as they are: the verdicts of the API
 * server as far as they can be known without a cluster.
 */
@NullMarked
package dev.plimsoll.cel.policy;

import org.jspecify.annotations.NullMarked;
