/** The built-in rules: their catalogue, and the list of those that are written in Java. */
@NullMarked
package dev.plimsoll.rules;

import org.jspecify.annotations.NullMarked;
