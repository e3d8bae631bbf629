/**
 * Values and how Helm layers them: reading, {@code --set}, coalescing, with the whole history of
 * each value.
 */
@NullMarked
package dev.plimsoll.values;

import org.jspecify.annotations.NullMarked;
