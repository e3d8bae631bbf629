/** What other tools have found out: test reports, and scans of images. */
@NullMarked
package dev.plimsoll.evidence;

import org.jspecify.annotations.NullMarked;
