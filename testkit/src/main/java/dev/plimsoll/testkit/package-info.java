/**
 * What tests of every module share: golden files and oracles (the real programs whose behaviour is
 * modelled). Depends on none of our modules, so the lowest of them can use it too.
 */
@NullMarked
package dev.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
