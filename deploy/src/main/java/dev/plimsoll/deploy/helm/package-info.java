/** The user's own helm. */
@NullMarked
package dev.plimsoll.deploy.helm;

import org.jspecify.annotations.NullMarked;
