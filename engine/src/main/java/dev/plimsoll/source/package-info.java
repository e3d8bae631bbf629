/**
 * Text and where things are in it: files, offsets, lines and columns.
 *
 * <p>Offsets count UTF-16 units, as Java strings do. People and reports see {@link
 * dev.plimsoll.source.Position positions}: 1-based lines and 1-based columns in Unicode code
 * points.
 */
@NullMarked
package dev.plimsoll.source;

import org.jspecify.annotations.NullMarked;
