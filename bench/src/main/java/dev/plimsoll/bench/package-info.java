/** What the budgets of the project are measured with; run by {@code bench/run}, never as a test. */
@NullMarked
package dev.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
