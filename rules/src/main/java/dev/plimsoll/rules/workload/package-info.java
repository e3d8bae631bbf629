/** Rules on what makes pods: how many, how they are protected, scaled and probed. */
@NullMarked
package dev.plimsoll.rules.workload;

import org.jspecify.annotations.NullMarked;
