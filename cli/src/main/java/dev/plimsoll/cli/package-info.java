/** The command line: commands, reports and exit codes. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
