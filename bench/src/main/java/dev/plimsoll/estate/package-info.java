/**
 * Estates of any size, and how long {@code plimsoll check} and other tools take over them; run by
 * {@code bench/estate}.
 */
@NullMarked
package dev.plimsoll.estate;

import org.jspecify.annotations.NullMarked;
