/** A deploy from its first question to its record. */
@NullMarked
package dev.plimsoll.deploy.run;

import org.jspecify.annotations.NullMarked;
