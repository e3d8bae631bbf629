/**
 * Renders charts as {@code helm template} does: the objects that templates see, the order of
 * templates, the split and sort of manifests, hooks, and the text that Helm 3 and Helm 4 print.
 */
@NullMarked
package dev.plimsoll.render;

import org.jspecify.annotations.NullMarked;
