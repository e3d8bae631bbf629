@NullMarked
package dev.plimsoll.linker;

import org.jspecify.annotations.NullMarked;
