/**
 * The estate as the built-in rules walk it: each file once, each stack of layers once, each finding
 * once with everything that it affects. What is the same for many releases is looked at once, so
 * rules stay linear in the size of files rather than in the number of releases.
 */
@NullMarked
package dev.plimsoll.rules.estate;

import org.jspecify.annotations.NullMarked;
