/** What is analysed: roots, the files as the editor sees them, and results that come and go. */
@NullMarked
package dev.plimsoll.lsp.workspace;

import org.jspecify.annotations.NullMarked;
