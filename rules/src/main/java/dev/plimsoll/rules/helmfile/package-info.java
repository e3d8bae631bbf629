/** Rules about helmfiles: what the real one rejects, misreads, or does other than people expect. */
@NullMarked
package dev.plimsoll.rules.helmfile;

import org.jspecify.annotations.NullMarked;
