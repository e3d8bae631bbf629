/** How long deploys take, beside Helm alone. */
@NullMarked
package dev.plimsoll.deploys;

import org.jspecify.annotations.NullMarked;
