/** Rules on templates and on what they render. */
@NullMarked
package dev.plimsoll.rules.template;

import org.jspecify.annotations.NullMarked;
