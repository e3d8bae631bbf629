/** What is to be done, frozen: made once, reviewed, carried about, and applied as it is. */
@NullMarked
package dev.plimsoll.deploy.plan;

import org.jspecify.annotations.NullMarked;
