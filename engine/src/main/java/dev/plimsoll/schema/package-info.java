/** Schemas that values must satisfy, and where a violation is to be mended. */
@NullMarked
package dev.plimsoll.schema;

import org.jspecify.annotations.NullMarked;
