/** The server itself: the life cycle, and which feature answers what. */
@NullMarked
package dev.plimsoll.lsp.server;

import org.jspecify.annotations.NullMarked;
