/** Rules on what pods ask for, against what quotas, limit ranges and nodes have. */
@NullMarked
package dev.plimsoll.rules.capacity;

import org.jspecify.annotations.NullMarked;
