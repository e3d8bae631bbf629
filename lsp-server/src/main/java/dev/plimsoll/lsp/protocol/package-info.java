/** The border to the protocol: the only place that translates positions, ranges and addresses. */
@NullMarked
package dev.plimsoll.lsp.protocol;

import org.jspecify.annotations.NullMarked;
