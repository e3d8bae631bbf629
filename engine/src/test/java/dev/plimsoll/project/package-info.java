@NullMarked
package dev.plimsoll.project;

import org.jspecify.annotations.NullMarked;
