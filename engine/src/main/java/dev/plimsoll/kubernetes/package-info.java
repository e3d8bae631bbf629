/**
 * What an API server would say of an object: whether it knows the kind and each field, and whether
 * it takes the values.
 *
 * <p>The schemas of Kubernetes come from its own OpenAPI documents; those of custom resources from
 * the definitions in charts and in the workspace. What OpenAPI does not say follows the facts in
 * {@code k8s.io/kubernetes/pkg/apis}.
 */
@NullMarked
package dev.plimsoll.kubernetes;

import org.jspecify.annotations.NullMarked;
