/** Rules on values: what layers say, and what becomes of it. */
@NullMarked
package dev.plimsoll.rules.values;

import org.jspecify.annotations.NullMarked;
