/**
 * Parses and checks expressions. The only package that needs {@code dev.cel}: it is used for rules
 * that users bring, and for built-in ones when Plimsoll is built.
 */
@NullMarked
package dev.plimsoll.cel.compile;

import org.jspecify.annotations.NullMarked;
