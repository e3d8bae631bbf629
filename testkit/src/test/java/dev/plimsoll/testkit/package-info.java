/** Tests of the test tools. */
@NullMarked
package dev.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
