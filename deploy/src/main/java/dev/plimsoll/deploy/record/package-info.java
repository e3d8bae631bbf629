/** Who agreed to a plan, and what became of it: signed. */
@NullMarked
package dev.plimsoll.deploy.record;

import org.jspecify.annotations.NullMarked;
