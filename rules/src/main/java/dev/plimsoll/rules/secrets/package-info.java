/** Rules on secrets in values files. No message ever holds a value. */
@NullMarked
package dev.plimsoll.rules.secrets;

import org.jspecify.annotations.NullMarked;
