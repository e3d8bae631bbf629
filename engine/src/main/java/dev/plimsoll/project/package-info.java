/** The project file, and what is discovered without one. */
@NullMarked
package dev.plimsoll.project;

import org.jspecify.annotations.NullMarked;
