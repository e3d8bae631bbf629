/** Helm charts: folders and archives, their metadata, dependencies, files and locks. */
@NullMarked
package dev.plimsoll.chart;

import org.jspecify.annotations.NullMarked;
