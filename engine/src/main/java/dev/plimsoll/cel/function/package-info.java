/** The functions of CEL, of its extensions and of Kubernetes' libraries. */
@NullMarked
package dev.plimsoll.cel.function;

import org.jspecify.annotations.NullMarked;
