/** What the server can do: one class for each request. */
@NullMarked
package dev.plimsoll.lsp.feature;

import org.jspecify.annotations.NullMarked;
