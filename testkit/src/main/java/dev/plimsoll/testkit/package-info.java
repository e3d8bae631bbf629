/**
 * What tests of every module share: markers in fixtures and golden files. Depends on none of our
 * modules, so the lowest of them can use it too.
 */
@NullMarked
package dev.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
