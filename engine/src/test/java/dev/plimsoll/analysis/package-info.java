@NullMarked
package dev.plimsoll.analysis;

import org.jspecify.annotations.NullMarked;
