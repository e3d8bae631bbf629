/**
 * The only door for the command line, the language server and deploys: a workspace in, a result
 * out.
 */
@NullMarked
package dev.plimsoll.analysis;

import org.jspecify.annotations.NullMarked;
