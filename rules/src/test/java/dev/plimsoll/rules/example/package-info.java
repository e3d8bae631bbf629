/** Tests of how examples are read and compared. */
@NullMarked
package dev.plimsoll.rules.example;

import org.jspecify.annotations.NullMarked;
