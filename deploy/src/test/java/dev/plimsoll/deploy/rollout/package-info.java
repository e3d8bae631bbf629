@NullMarked
package dev.plimsoll.deploy.rollout;

import org.jspecify.annotations.NullMarked;
