/**
 * Go's {@code text/template} as a tree: from text to records with spans ({@code
 * text/template/parse}). Every syntax error of a file is found, with Go's words and at Go's place,
 * and the rest of the file is still there.
 */
@NullMarked
package dev.plimsoll.template.syntax;

import org.jspecify.annotations.NullMarked;
