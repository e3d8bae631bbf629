/** Targets for the coverage-guided fuzzer Jazzer; {@code bench/fuzz} runs them. */
@NullMarked
package dev.plimsoll.fuzz;

import org.jspecify.annotations.NullMarked;
