/** Texts that an editor has open, each an immutable state. */
@NullMarked
package dev.plimsoll.lsp.document;

import org.jspecify.annotations.NullMarked;
