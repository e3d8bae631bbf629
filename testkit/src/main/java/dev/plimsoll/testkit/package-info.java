/** Markers, golden files and oracles for the tests of every module; depends on none of them. */
@NullMarked
package dev.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
