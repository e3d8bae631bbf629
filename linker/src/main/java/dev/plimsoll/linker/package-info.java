/** Links at build time what Java would link at every start. */
@NullMarked
package dev.plimsoll.linker;

import org.jspecify.annotations.NullMarked;
