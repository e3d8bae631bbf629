/** Tests of the whole code base. */
@NullMarked
package dev.plimsoll;

import org.jspecify.annotations.NullMarked;
