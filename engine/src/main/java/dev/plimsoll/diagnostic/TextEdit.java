package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/**
 * A replacement of one span of one file.
 *
 * @param location what is replaced; an empty span inserts
 * @param newText what stands there afterwards; empty deletes
 */
public record TextEdit(Location location, String newText) {}
