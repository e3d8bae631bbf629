/**
 * Compiled expressions and rules: what the rest of Plimsoll evaluates. Nothing here needs the
 * parser, so built-in rules start without it.
 */
@NullMarked
package dev.plimsoll.cel.program;

import org.jspecify.annotations.NullMarked;
