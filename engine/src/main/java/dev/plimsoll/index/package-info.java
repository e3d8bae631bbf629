/**
 * The estate as rules see it: every release of every environment on every cluster, computed once
 * and shared.
 */
@NullMarked
package dev.plimsoll.index;

import org.jspecify.annotations.NullMarked;
