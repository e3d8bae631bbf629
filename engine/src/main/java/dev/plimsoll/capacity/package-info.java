/** What pods ask for, as the scheduler, quotas and limit ranges of Kubernetes count it. */
@NullMarked
package dev.plimsoll.capacity;

import org.jspecify.annotations.NullMarked;
