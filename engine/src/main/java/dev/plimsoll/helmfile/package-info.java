/**
 * Loads helmfiles as helmfile does: discovery, parts, bases, environments, sub-helmfiles, release
 * templates and the order of values, for every environment, with the origin of every field.
 *
 * <p>What a state file's templates made is text whose every part leads back to the template line,
 * or to the leaf of the state values, that a person must edit. Nothing outside the workspace is
 * touched unless the person has allowed it.
 */
@NullMarked
package dev.plimsoll.helmfile;

import org.jspecify.annotations.NullMarked;
