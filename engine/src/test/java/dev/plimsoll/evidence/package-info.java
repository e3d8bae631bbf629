@NullMarked
package dev.plimsoll.evidence;

import org.jspecify.annotations.NullMarked;
