@NullMarked
package dev.plimsoll.template.syntax;

import org.jspecify.annotations.NullMarked;
