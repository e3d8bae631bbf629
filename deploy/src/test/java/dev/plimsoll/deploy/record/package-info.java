@NullMarked
package dev.plimsoll.deploy.record;

import org.jspecify.annotations.NullMarked;
