/**
 * Renders charts as {@code helm template} does: from an enabled chart and its values to manifests
 * in Helm's order and to the bytes that Helm prints, each character with its origin.
 *
 * <p>Helm 3 and Helm 4 differ in what templates see and in how documents are cut; {@link
 * dev.plimsoll.values.HelmVersion} says which one is meant.
 */
@NullMarked
package dev.plimsoll.render;

import org.jspecify.annotations.NullMarked;
