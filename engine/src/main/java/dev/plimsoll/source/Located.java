package dev.plimsoll.source;

/**
 * A value that was read from a file, with its place.
 *
 * @param value what was read
 * @param location where it stands
 */
public record Located<T>(T value, Location location) {}
