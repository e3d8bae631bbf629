/** What a result looks like: text with source lines for people, JSON for machines. */
@NullMarked
package dev.plimsoll.cli.report;

import org.jspecify.annotations.NullMarked;
