/** Tests of the catalogue, and what rules are tested with. */
@NullMarked
package dev.plimsoll.rules;

import org.jspecify.annotations.NullMarked;
