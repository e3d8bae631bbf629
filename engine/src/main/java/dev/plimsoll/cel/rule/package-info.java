/** Rules in CEL on the objects of releases: which parts they look at, and where they point. */
@NullMarked
package dev.plimsoll.cel.rule;

import org.jspecify.annotations.NullMarked;
