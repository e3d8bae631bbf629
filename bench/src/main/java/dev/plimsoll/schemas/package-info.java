/**
 * Extracts what Kubernetes says of its objects into the file that the engine reads. Run by hand
 * with {@code bench/schemas} when a version of Kubernetes is added.
 */
@NullMarked
package dev.plimsoll.schemas;

import org.jspecify.annotations.NullMarked;
