/** Where a value came from: layers, and the place in a layer. */
@NullMarked
package dev.plimsoll.origin;

import org.jspecify.annotations.NullMarked;
