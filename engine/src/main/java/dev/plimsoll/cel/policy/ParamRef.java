package dev.plimsoll.cel.policy;

import java.util.Optional;

/**
 * Where a binding finds the parameters of its policy.
 *
 * @param name empty if a selector says them
 * @param namespace empty for that of the object
 * @param denyIfNone whether to refuse objects if there are no parameters
 */
record ParamRef(
    String name, String namespace, Optional<LabelSelector> selector, boolean denyIfNone) {}
