package dev.plimsoll.template.eval;

/**
 * A template that can be executed. Shared by threads.
 *
 * @param name what it is called by
 * @param frameSize how many variables it has, {@code $} included
 * @param isEmpty whether it writes white space at most; such a definition replaces no other
 */
record Template(String name, Block body, int frameSize, boolean isEmpty) {}
