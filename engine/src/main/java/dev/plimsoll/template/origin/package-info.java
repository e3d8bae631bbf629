/**
 * From rendered text back to the lines that people edit: the values leaf in its layer, or the
 * template text.
 */
@NullMarked
package dev.plimsoll.template.origin;

import org.jspecify.annotations.NullMarked;
