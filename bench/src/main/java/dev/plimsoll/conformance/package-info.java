/**
 * Compares {@code plimsoll render} with real {@code helm} binaries over real charts, byte for byte.
 * Started by hand or by CI with {@code bench/conformance}.
 */
@NullMarked
package dev.plimsoll.conformance;

import org.jspecify.annotations.NullMarked;
