/**
 * Compares what the engine says of objects with what a real API server says. Run by hand with
 * {@code bench/server-conformance}.
 */
@NullMarked
package dev.plimsoll.server;

import org.jspecify.annotations.NullMarked;
