/** What another version of Helm makes of the same release. */
@NullMarked
package dev.plimsoll.render.comparison;

import org.jspecify.annotations.NullMarked;
