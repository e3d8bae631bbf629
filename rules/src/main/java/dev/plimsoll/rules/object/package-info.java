/** Rules that say what an API server would say of rendered objects. */
@NullMarked
package dev.plimsoll.rules.object;

import org.jspecify.annotations.NullMarked;
