/**
 * Plants mistakes in real charts and their values and asks whether {@code plimsoll check} finds
 * them at the line that decides, and in a pipe as it does in an estate. Which line decides is found
 * out by trial: real Helm renders the chart again with another value. Started by hand with {@code
 * bench/defects}.
 */
@NullMarked
package dev.plimsoll.defects;

import org.jspecify.annotations.NullMarked;
