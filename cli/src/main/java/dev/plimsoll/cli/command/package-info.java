/** The commands, one class each. */
@NullMarked
package dev.plimsoll.cli.command;

import org.jspecify.annotations.NullMarked;
