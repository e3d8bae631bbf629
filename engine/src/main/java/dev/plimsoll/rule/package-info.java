/** Rules: what they say about themselves, what they are given, and how the project adjusts them. */
@NullMarked
package dev.plimsoll.rule;

import org.jspecify.annotations.NullMarked;
