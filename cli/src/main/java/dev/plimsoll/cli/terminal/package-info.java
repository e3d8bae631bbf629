/** What is known of the terminal: colours, width of characters, progress. */
@NullMarked
package dev.plimsoll.cli.terminal;

import org.jspecify.annotations.NullMarked;
