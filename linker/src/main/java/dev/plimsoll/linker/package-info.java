/** Does at build time what Java would do at every start. */
@NullMarked
package dev.plimsoll.linker;

import org.jspecify.annotations.NullMarked;
