/** Checked expressions as a tree that evaluates itself, and its binary form. */
@NullMarked
package dev.plimsoll.cel.tree;

import org.jspecify.annotations.NullMarked;
