/** What a deploy was about to do, written down before it is done. */
@NullMarked
package dev.plimsoll.deploy.journal;

import org.jspecify.annotations.NullMarked;
