/** Rules on what accounts may do. */
@NullMarked
package dev.plimsoll.rules.rbac;

import org.jspecify.annotations.NullMarked;
