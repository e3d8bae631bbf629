@NullMarked
package dev.plimsoll.deploy.plan;

import org.jspecify.annotations.NullMarked;
