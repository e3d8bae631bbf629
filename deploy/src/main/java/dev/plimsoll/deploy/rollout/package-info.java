/** Whether what was applied becomes healthy, and if not, why. */
@NullMarked
package dev.plimsoll.deploy.rollout;

import org.jspecify.annotations.NullMarked;
