package dev.plimsoll.cel.value;

/**
 * Stands in a map for an entry that is known on a cluster only: reading it makes the result
 * undecided.
 *
 * @param what it is, as a noun
 */
public record Unknown(String what) {}
